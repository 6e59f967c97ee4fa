import type { ElderRows, OwnProtection } from '@siyu/shared/contracts/elder';
import type {
  ApplicationDetail,
  ApplicationRows,
  OwnProfessional,
} from '@siyu/shared/contracts/professional';

const id = (last: number): string => `01900000-0000-7000-8000-0000000010${String(last).padStart(2, '0')}`;

/** Somebody who was refused once and may ask again. */
export const OWN_PROFESSIONAL: OwnProfessional = {
  professionalUntil: null,
  mayApply: true,
  application: {
    applicationId: id(1),
    ground: 'CONVERSION_INCOME',
    state: 'REFUSED',
    experience: '2019 年起投资股票基金',
    pictures: 2,
    appliedAt: '2026-11-02T01:30:00.000Z',
    decidedAt: '2026-11-04T07:00:00.000Z',
    refusal: '收入证明缺少单位公章，请补一份盖章的。',
  },
};

/** Somebody of the age, called already, whose contact was called once. */
export const OWN_PROTECTION: OwnProtection = {
  birthYear: 1955,
  elderAge: 65,
  callBack: 'DONE',
  trustedContact: {
    maskedName: '王*',
    relation: 'CHILD',
    phoneTail: '1234',
    namedAt: '2026-11-02T01:30:00.000Z',
  },
  notices: [{ noticeId: id(2), reason: 'SUSPECTED_FRAUD', raisedAt: '2026-11-20T06:20:00.000Z' }],
};

const waiting = {
  applicationId: id(3),
  member: { memberId: id(4), displayName: '周*' },
  ground: 'CONVERSION_ASSETS',
  state: 'WAITING',
  appliedAt: '2026-11-23T02:10:00.000Z',
  checkerName: null,
  deciderName: null,
  decidedAt: null,
  validUntil: null,
} as const;

/** One that nobody has looked at, one that waits for the second person. */
export const APPLICATIONS: ApplicationRows = {
  rows: [
    waiting,
    {
      ...waiting,
      applicationId: id(5),
      member: { memberId: id(6), displayName: '郑*' },
      ground: 'LISTED_INCOME',
      state: 'CHECKED',
      appliedAt: '2026-11-20T03:40:00.000Z',
      checkerName: '沈音',
    },
  ],
  total: 2,
  nextCursor: null,
};

export const APPLICATION: ApplicationDetail = {
  ...waiting,
  experience: '2016 年起投资股票基金和债券，账户在本公司和另一家公司。',
  pictureIds: [id(7), id(8)],
  sha256: '7c'.repeat(32),
  checkedAt: null,
  refusal: null,
  endedAt: null,
};

/** One who waits for a call, with a contact; one without. */
export const ELDERS: ElderRows = {
  rows: [
    {
      member: { memberId: id(9), displayName: '吴*' },
      state: 'WAITING',
      requiredAt: '2026-11-18T01:00:00.000Z',
      calledAt: null,
      hasTrustedContact: true,
      notices: 1,
    },
    {
      member: { memberId: id(10), displayName: '孙*' },
      state: 'WAITING',
      requiredAt: '2026-11-22T08:30:00.000Z',
      calledAt: null,
      hasTrustedContact: false,
      notices: 0,
    },
  ],
  total: 2,
  nextCursor: null,
};
