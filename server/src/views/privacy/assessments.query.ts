import { STATEMENT_KINDS } from '@siyu/shared/contracts/suitability.limits';
import { INVESTOR_LEVELS } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, maybeInt, type Numbers, readLatest, readRows } from './rows.ts';

const Row = z.object({
  level: z.enum(INVESTOR_LEVELS),
  score: int,
  answers: z.string(),
  questionnaireVersion: int,
  takenAt: int,
  validUntil: int,
  confirmedAt: maybeInt,
  total: int,
});
const Answers = z.array(z.object({ question: z.string(), options: z.array(z.string()) }));
const Worded = z.object({ key: z.string(), text: z.string() });
const Questionnaire = z.object({
  questions: z.array(z.object({ key: z.string(), title: z.string(), options: z.array(Worded) })),
});
const Version = z.object({ version: int, json: z.string() });

/** An assessment with its answers in the words that were asked: `您投资多久了？5年以上`. */
export type CopiedAssessment = Omit<z.infer<typeof Row>, 'answers'> & { readonly answers: readonly string[] };

/** Every assessment of the member, the latest first. */
export async function readAssessments(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<CopiedAssessment>> {
  const { total, entries } = await readLatest(
    manager,
    Row,
    `SELECT a.level, a.score, a.answers, a.questionnaire_version AS questionnaireVersion, a.taken_at AS takenAt,
            a.valid_until AS validUntil, s.at AS confirmedAt, COUNT(*) OVER () AS total
       FROM suitability_assessments a
       LEFT JOIN suitability_assessment_steps s ON s.assessment_id = a.assessment_id AND s.kind = 'CONFIRMED'
      WHERE a.member_no IN (${marks(numbers)})
      ORDER BY a.taken_at DESC, a.assessment_id DESC LIMIT ${limit}`,
    numbers,
  );
  const asked = await readAsked(
    manager,
    entries.map(({ questionnaireVersion }) => questionnaireVersion),
  );
  return {
    total,
    entries: entries.map((row) => ({
      ...row,
      answers: wordsOf(asked.get(row.questionnaireVersion), Answers.parse(JSON.parse(row.answers))),
    })),
  };
}

async function readAsked(
  manager: EntityManager,
  versions: readonly number[],
): Promise<ReadonlyMap<number, z.infer<typeof Questionnaire>>> {
  const wanted = [...new Set(versions)];
  if (wanted.length === 0) return new Map();
  const rows = await readRows(
    manager,
    Version,
    `SELECT version, json FROM config_versions
      WHERE config_key = 'suitability.questionnaire' AND version IN (${wanted.map(() => '?').join(',')})`,
    wanted,
  );
  return new Map(rows.map(({ version, json }) => [version, Questionnaire.parse(JSON.parse(json))]));
}

function wordsOf(
  asked: z.infer<typeof Questionnaire> | undefined,
  answers: z.infer<typeof Answers>,
): readonly string[] {
  return answers.map(({ question: key, options }) => {
    const question = asked?.questions.find((each) => each.key === key);
    const chosen = options.map(
      (option) => question?.options.find((each) => each.key === option)?.text ?? option,
    );
    return `${question?.title ?? key}${chosen.join('、')}`;
  });
}

const StatementRow = z.object({ statement: z.enum(STATEMENT_KINDS), statedAt: int, total: int });

/** What the member said of the own assessments, the latest first. */
export function readStatements(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof StatementRow>>> {
  return readLatest(
    manager,
    StatementRow,
    `SELECT kind AS statement, stated_at AS statedAt, COUNT(*) OVER () AS total
       FROM suitability_statements WHERE member_no IN (${marks(numbers)})
      ORDER BY stated_at DESC, statement_id DESC LIMIT ${limit}`,
    numbers,
  );
}
