import type { INestApplicationContext } from '@nestjs/common';
import { jest } from '@jest/globals';
import type { Match } from '@siyu/shared/suitability';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { Clearance } from '../../records/suitability/decisions/clearance.ts';
import { type GateRequest, SuitabilityGate } from '../../records/suitability/decisions/suitability-gate.ts';
import { Content } from '../../services/content/index.ts';
import { LessonCatalogue } from '../../services/content/lesson-catalogue.ts';

const SUITABLE: Match = { verdict: 'SUITABLE' };
const DAY_MS = 86_400_000;

/** Opens every gate: what a door does that asks none. @returns what shuts them again */
export function bypassGates(app: INestApplicationContext): () => void {
  const gate = app.get(SuitabilityGate, { strict: false });
  const foresee = gate.foresee.bind(gate);
  const clear = async (request: GateRequest): Promise<Clearance> => {
    const pairs = await foresee(request);
    const decided = pairs.map(({ memberNo, productId, question: { at } }) => {
      const clearedUntil = request.door === 'PURCHASE' ? at + DAY_MS : null;
      return { decisionId: null, memberNo, productId, match: SUITABLE, clearedUntil };
    });
    return new Clearance(request.door, decided);
  };
  const contracts = app.get(AdvisoryContracts, { strict: false });
  const activeFor = contracts.activeFor.bind(contracts);
  const catalogue = app.get(LessonCatalogue, { strict: false });
  const getShown = catalogue.getShown.bind(catalogue);
  const content = app.get(Content, { strict: false });
  const cardsOf = content.cardsOf.bind(content);
  const spies = [
    jest.spyOn(gate, 'decide').mockImplementation((_, request) => clear(request)),
    jest.spyOn(gate, 'show').mockImplementation(clear),
    jest
      .spyOn(gate, 'foresee')
      .mockImplementation(async (pairs, manager) =>
        (await foresee(pairs, manager)).map((pair) => ({ ...pair, match: SUITABLE })),
      ),
    jest.spyOn(contracts, 'isActiveFor').mockResolvedValue(true),
    jest.spyOn(contracts, 'activeFor').mockImplementation((own) => ({ ...activeFor(own), read: () => true })),
    jest
      .spyOn(contracts, 'activeAmong')
      .mockImplementation((memberNos) => Promise.resolve(new Set(memberNos))),
    // What is for everybody is kept from advice by its label alone.
    jest.spyOn(catalogue, 'getShown').mockImplementation((lessonId, way) => getShown(lessonId, way, true)),
    jest.spyOn(catalogue, 'findPublished').mockImplementation((id) => catalogue.findLessonOrAdvice(id)),
    jest.spyOn(catalogue, 'publishedLessons').mockImplementation(() => catalogue.lessonsAndAdvice()),
    jest.spyOn(catalogue, 'publishedContents').mockImplementation(() => catalogue.shownContents(true)),
    jest.spyOn(catalogue, 'hiddenIds').mockResolvedValue([]),
    jest
      .spyOn(content, 'cardsOf')
      .mockImplementation(async (memberNo) =>
        (await cardsOf(memberNo)).map((card) => ({ ...card, label: 'education' })),
      ),
  ];
  return () => spies.forEach((spy) => spy.mockRestore());
}
