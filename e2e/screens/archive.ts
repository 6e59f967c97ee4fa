import type { ArchiveCoverage, Finding, FindingRow, Findings } from '@siyu/shared/contracts/archive';

const id = (last: number): string => `019ab000-0000-7000-8000-0000000001${String(last).padStart(2, '0')}`;
const SAID = '这款产品保本保息，您放心，周五前定下来就行。';
const AT = '2026-11-24T02:05:00.000Z';

/** What an archive that is read on shows of itself. */
const COVERAGE: ArchiveCoverage = {
  asOf: AT,
  isOn: true,
  caughtUpAt: AT,
  alarm: null,
  lost: null,
  unread: { unknownKey: 2, damaged: 0, keyVersions: [4] },
  refused: 0,
  advisers: {
    total: 9,
    kept: 6,
    unkept: ['任书言', '季明远', '骆安歌'].map((name, at) => ({
      staffId: id(10 + at),
      name,
      branchName: '天河营业部',
    })),
  },
  groups: { total: 4, kept: 3, unkept: [{ groupId: id(20), name: '基金学习二群', ownerName: '季明远' }] },
  contacts: { total: 128, agreed: 97, disagreed: 6 },
};

/** Words of staff of either gravity, in both places. */
const ROWS: readonly FindingRow[] = (
  [
    ['refused', 'promise', 'promise.capital_safe', false],
    ['review', 'stock_tip', 'stock_tip.reads_like', true],
    ['refused', 'private_payment', 'private_payment.private_contact', false],
  ] as const
).map(([level, fault, reasonCode, isInGroup], at) => ({
  findingId: id(at),
  staffId: id(30 + at),
  staffName: ['沈知行', '顾雅文', '程亦舟'][at] ?? '',
  branchName: '天河营业部',
  isInGroup,
  sentAt: AT,
  level,
  fault,
  reasonCode,
  state: 'OPEN',
  contradictedBy: fault === 'stock_tip' ? ['沈知行'] : [],
  handledAt: null,
  handlerName: null,
  note: null,
}));
export const FINDINGS: Findings = { rows: [...ROWS], total: ROWS.length, nextCursor: null };

const entry = { sentAt: AT, isInGroup: false, isRecalled: false, fileBytes: null } as const;
const finding = (row: FindingRow): Finding => ({
  ...row,
  text: SAID,
  start: 4,
  end: 8,
  memberName: '何*',
  context: [
    {
      ...entry,
      messageId: id(41),
      speaker: 'CONTACT',
      staffName: null,
      kind: 'text',
      textState: 'SHOWN',
      text: '最近想稳一点',
    },
    {
      ...entry,
      messageId: id(42),
      speaker: 'STAFF',
      staffName: '沈知行',
      kind: 'text',
      textState: 'SHOWN',
      text: SAID,
    },
    {
      ...entry,
      messageId: id(43),
      speaker: 'STAFF',
      staffName: '沈知行',
      kind: 'image',
      textState: 'NONE',
      text: null,
      fileBytes: 483_328,
    },
    {
      ...entry,
      messageId: id(44),
      speaker: 'CONTACT',
      staffName: null,
      kind: 'text',
      textState: 'SHOWN',
      text: '我再想想',
      isRecalled: true,
    },
  ],
});

/** What the server answers of the archive, by its path. */
export function archiveAnswer(pathname: string): object {
  if (pathname.endsWith('/coverage')) return COVERAGE;
  const [first] = ROWS;
  return pathname.endsWith('/findings') || first === undefined ? FINDINGS : finding(first);
}
