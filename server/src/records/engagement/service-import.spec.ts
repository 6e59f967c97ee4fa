import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { relationOn } from '@siyu/shared/rfm';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { CORE_TOKEN } from '../testing/index.ts';
import { type ImportWorld, openImports } from '../testing/import-desk.ts';
import { ServiceHistories } from './index.ts';

const HEADER = 'source_id,kind,core_customer_id,occurred_at,ref_source_id,valid_until';
const today = dayOfInstant(TEST_NOW);

describe('assessments and consultations of other systems', () => {
  describeOnEngines((engine) => {
    let world: ImportWorld;
    let histories: ServiceHistories;
    beforeAll(async () => {
      world = await openImports(engine);
      histories = world.app.get(ServiceHistories, { strict: false });
    }, 60_000);
    afterAll(() => world.close());

    const told = (...lines: string[]) => [HEADER, ...lines].join('\n');
    const historyOf = async (memberNo: number, seq: number | null = null) =>
      (await histories.of([memberNo], seq)).get(memberNo);
    const eventsOf = (memberNo: number) =>
      world.rows(
        "SELECT type, value, seq FROM engagement_events WHERE member_no = ? AND type IN ('risk_assessed', 'consultation_closed', 'consultation_rated') ORDER BY occurred_at, type",
        [memberNo],
      );

    it('C-07 come by file and by API, in any order and any number of times, and count from the link on', async () => {
      const file = told(
        'RATE-1,consultation_rated,SV-1,2026-10-03T10:00:00+08:00,TALK-1,',
        'RISK-1,risk_assessed,SV-1,2026-10-01T09:00:00+08:00,,2027-10-01',
        'TALK-1,consultation_closed,SV-1,2026-10-02T10:00:00+08:00,,',
        'TALK-2,consultation_closed,SV-1,2026-10-20T10:00:00+08:00,,',
        'RATE-1B,consultation_rated,SV-1,2026-10-05T10:00:00+08:00,TALK-1,',
        'RATE-9,consultation_rated,SV-1,2026-10-05T10:00:00+08:00,TALK-9,',
      );
      expect(await world.take('service_events', file)).toMatchObject({
        recorded: 6,
        waiting: 6,
        rejected: 0,
      });
      expect(await world.take('service_events', file)).toMatchObject({ recorded: 0, duplicates: 6 });
      const memberNo = await world.linkMember('served', 'SV-1');
      const linked = (await world.identity.seqOf([memberNo])).get(memberNo) ?? 0;
      expect(await historyOf(memberNo)).toEqual({
        consultationsRated: [
          { factId: 'consultation:TALK-1', on: dayOfInstant(Date.parse('2026-10-03T10:00:00+08:00')) },
        ],
        riskAssessments: [
          {
            factId: 'assessment:RISK-1',
            on: dayOfInstant(Date.parse('2026-10-01T09:00:00+08:00')),
            validUntil: addDays(dayOfInstant(Date.parse('2027-10-01T00:00:00+08:00')), 0),
          },
        ],
      });
      expect(await eventsOf(memberNo)).toHaveLength(6);
      expect((await eventsOf(memberNo)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 6 }, () => linked),
      );
      expect(await historyOf(memberNo, linked - 1)).toBeUndefined();

      const rating = {
        sourceId: 'RATE-2',
        kind: 'consultation_rated',
        coreCustomerId: 'SV-1',
        occurredAt: '2026-10-21T10:00:00+08:00',
        refSourceId: 'TALK-2',
      };
      const send = (events: readonly object[]) =>
        world.call('POST', '/v1/core/service-events', { token: CORE_TOKEN, body: { events } });
      const answer = await send([
        rating,
        rating,
        { ...rating, occurredAt: '2026-10-22T10:00:00+08:00' },
        { ...rating, sourceId: 'RATE-3', refSourceId: null },
        { ...rating, sourceId: 'RISK-2', kind: 'risk_assessed', refSourceId: null },
      ]);
      expect(
        answer.body.verdicts.map(({ verdict, code, field }: Record<string, unknown>) => [
          verdict,
          code,
          field,
        ]),
      ).toEqual([
        ['recorded', null, null],
        ['duplicate', null, null],
        ['refused', 'engagement.source_differs', 'sourceId'],
        ['refused', 'engagement.field_missing', 'refSourceId'],
        ['refused', 'engagement.field_missing', 'validUntil'],
      ]);
      expect((await world.identity.seqOf([memberNo])).get(memberNo)).toBe(linked + 1);
      expect(await eventsOf(memberNo)).toHaveLength(7);
      const history = await historyOf(memberNo);
      expect(history?.consultationsRated.map(({ factId }) => factId)).toEqual([
        'consultation:TALK-1',
        'consultation:TALK-2',
      ]);
      // Two rated consultations and a valid assessment are what trust needs beside the earlier stages.
      const { next } = relationOn(
        {
          ties: [{ factId: 'adviser', on: addDays(today, -90), endedOn: null }],
          interactions: ['a', 'b', 'c'].map((kind) => ({ factId: kind, kind, on: addDays(today, -50) })),
          pathsFinished: [{ factId: 'path', on: addDays(today, -50) }],
          coCreations: [],
          ...(history ?? { consultationsRated: [], riskAssessments: [] }),
        },
        addDays(today, 1),
      );
      expect(next?.stage).toBe('CO_CREATING');
    });

    it('C-07 lines that cannot be are sent back with their reason', async () => {
      const row = await world.take(
        'service_events',
        told(
          'B-1,risk_assessed,SV-2,2026-10-01T09:00:00+08:00,,2026-10-01',
          'B-2,risk_assessed,SV-2,2026-10-01T09:00:00+08:00,,soon',
          'B-3,consultation_closed,SV-2,2026-10-01T09:00:00+08:00,B-9,',
          'B-4,consultation_rated,SV-2,2026-10-01T09:00:00+08:00,B-4,',
          'B-5,complaint_filed,SV-2,2026-10-01T09:00:00+08:00,,',
          `B-6,consultation_closed,SV-2,${formatDay(addDays(today, 30))}T09:00:00+08:00,,`,
        ),
      );
      expect(row).toMatchObject({ recorded: 0, rejected: 6 });
      expect(
        (await world.rejects(row.importId)).map((line) => line.split(',').slice(0, 2).join(' ')),
      ).toEqual([
        '2 「valid_until」一栏的内容读不懂，请对照格式检查。',
        '3 「valid_until」一栏的内容读不懂，请对照格式检查。',
        '4 「ref_source_id」一栏应当留空，这一类记录用不到它。',
        '5 「ref_source_id」一栏的内容读不懂，请对照格式检查。',
        '6 「kind」一栏的内容读不懂，请对照格式检查。',
        '7 发生时间不在合理范围内，请检查年份和时区。',
      ]);
    });
  });
});
