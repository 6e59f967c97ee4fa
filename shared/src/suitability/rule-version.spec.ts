import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { matchReasonSentences, SUITABILITY_TEXT_VERSION, suitabilityNoticeTexts } from '../messages/index.ts';
import {
  DOORS,
  INVESTOR_KINDS,
  INVESTOR_LEVELS,
  MATCH_RULE_VERSION,
  NOTICE_KINDS,
  RISK_LEVELS,
} from './index.ts';
import { HOUR_MS, matchOf, noticesOf, NOW, TODAY, type AskedParts } from './testing/questions.ts';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Each differs in one thing from a question with which all is in order. */
const VARIANTS: readonly AskedParts[] = [
  {},
  { investor: { validUntil: TODAY } },
  { investor: { validUntil: null } },
  { investor: { hasChanged: true } },
  { investor: { hasRefusedInformation: true } },
  { investor: { isCallBackDue: true } },
  { investor: { goals: null } },
  { investor: { goals: { horizonMonths: 6, types: ['FUND_MIXED'] } } },
  { investor: { goals: { horizonMonths: 36, types: [] } } },
  { investor: { isQualifiedForPrivate: true } },
  { product: { levelValidUntil: TODAY } },
  { product: { levelValidUntil: null } },
  { product: { state: 'SUSPENDED' } },
  { product: { horizonMonths: null } },
  { product: { isPrivate: true } },
  { product: { type: 'PRIVATE_FUND' } },
  { asking: { askedAt: null } },
  { asking: { askedAt: NOW - 31 * 24 * HOUR_MS } },
  { asking: { contactedAt: NOW - 2 * HOUR_MS } },
];

describe('the versions that a decision keeps', () => {
  it('I-03 REQ-SUIT-15 a verdict that changes raises the version of the rule: years later a record is read by its own', () => {
    const verdicts = VARIANTS.flatMap((variant) =>
      DOORS.flatMap((door) =>
        INVESTOR_KINDS.flatMap((kind) =>
          [null, ...INVESTOR_LEVELS].flatMap((level) =>
            [null, ...RISK_LEVELS].flatMap((risk) =>
              [0, NOTICE_KINDS.length].map((given) => {
                const levels = {
                  investor: { ...variant.investor, kind, level },
                  product: { ...variant.product, level: risk },
                };
                const notices = noticesOf(NOTICE_KINDS.slice(0, given), NOW - HOUR_MS / 2, levels);
                return matchOf(door, { ...levels, asking: { notices, ...variant.asking } });
              }),
            ),
          ),
        ),
      ),
    );
    expect(verdicts).toHaveLength(VARIANTS.length * 4 * 2 * 7 * 6 * 2);
    expect([MATCH_RULE_VERSION, sha256(verdicts)]).toEqual([
      1,
      '96d1ced4e8df4c3fa72bc86266bdcd7718ed9ad22e6b9c3960399f752c35a651',
    ]);
  });

  it('I-03 a sentence that changes raises the version of the texts', () => {
    expect([SUITABILITY_TEXT_VERSION, sha256([matchReasonSentences, suitabilityNoticeTexts])]).toEqual([
      1,
      'b305e64bb4e3ab2f5b7e62339dc2e175ed465aa8c03de386af859a7f1f4b0752',
    ]);
  });
});
