import { EFFECT_PEOPLE_MIN } from '@siyu/shared/contracts/incentive-effects.limits';
import type { CampaignUplift } from '@siyu/shared/contracts/campaign-results';
import { CAMPAIGN_OUTCOMES, type CampaignOutcome } from '@siyu/shared/contracts/campaigns.limits';
import { differenceOf } from '@siyu/shared/rules';
import { z } from 'zod';
import type { Arm } from './judge-member.ts';

const Count = z.number().int();
const Did = z.record(z.enum(CAMPAIGN_OUTCOMES), Count);
const Side = z.object({ people: Count, did: Did });

/** What members did after a campaign, counted. */
export const CountedOutcomes = z.object({
  /** Of those whom it was sent to. */
  reached: Did,
  arms: z.array(z.object({ segmentKey: z.string(), included: Side, heldOut: Side })),
});
export type CountedOutcomes = z.infer<typeof CountedOutcomes>;
type Did = z.infer<typeof Did>;

/** What a member did within the window; of whom nothing may be counted any more there is nothing at all. */
export type DoneBy = ReadonlyMap<number, ReadonlySet<CampaignOutcome>>;
export interface StandingArm extends Arm {
  readonly memberNo: number;
}

const nothingDone = (): Did => ({ OPENED: 0, READ: 0, CONSULTED: 0, CONVERTED: 0 });

/**
 * Counts people by the side on which the lot put them before anything was sent, not by what they got: whoever was dropped
 * afterwards stays on the own side, since on the other side nobody could be dropped.
 * @param segmentKeys in the order in which they are told
 */
export function countOutcomes(
  done: DoneBy,
  sentTo: readonly number[],
  arms: readonly StandingArm[],
  segmentKeys: readonly string[],
): CountedOutcomes {
  const reached = nothingDone();
  for (const memberNo of sentTo) add(reached, done.get(memberNo));
  const sideOf = (segmentKey: string, isHeldOut: boolean) => {
    const side = { people: 0, did: nothingDone() };
    for (const arm of arms) {
      const own = done.get(arm.memberNo);
      if (arm.segmentKey !== segmentKey || arm.isHeldOut !== isHeldOut || own === undefined) continue;
      side.people += 1;
      add(side.did, own);
    }
    return side;
  };
  return {
    reached,
    arms: segmentKeys.map((segmentKey) => ({
      segmentKey,
      included: sideOf(segmentKey, false),
      heldOut: sideOf(segmentKey, true),
    })),
  };
}

function add(did: Did, outcomes: ReadonlySet<CampaignOutcome> | undefined): void {
  for (const outcome of outcomes ?? []) did[outcome] += 1;
}

/** What the sides of a segment say, by outcome; under twenty people on either of them nothing. */
export function upliftOf(
  { segmentKey, included, heldOut }: CountedOutcomes['arms'][number],
  name: string,
): CampaignUplift {
  const isEnough = included.people >= EFFECT_PEOPLE_MIN && heldOut.people >= EFFECT_PEOPLE_MIN;
  return {
    segmentKey,
    name,
    included: included.people,
    heldOut: heldOut.people,
    outcomes: CAMPAIGN_OUTCOMES.map((outcome) => {
      const [one, other] = [included.did[outcome], heldOut.did[outcome]];
      if (!isEnough) return { outcome, included: null, heldOut: null, difference: null };
      const difference = differenceOf(
        { count: one, of: included.people },
        { count: other, of: heldOut.people },
      );
      return { outcome, included: one, heldOut: other, difference };
    }),
  };
}
