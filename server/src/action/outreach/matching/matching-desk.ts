import { Injectable } from '@nestjs/common';
import type { MatchedOffer as OfferView, MemberMatches, Suggestions } from '@siyu/shared/contracts/matching';
import { SUGGESTED_OVER_MAX, TOPIC_CONTENTS_SHOWN } from '@siyu/shared/contracts/matching.limits';
import type { MatchedOffer, Offer } from '@siyu/shared/suitability';
import { Audit } from '../../../foundation/audit/index.ts';
import { SegmentAudiences, segmentNames } from '../../../insight/segments/index.ts';
import { Database } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity, MemberScopes } from '../../../records/identity/index.ts';
import { SentContents } from '../../../services/content/index.ts';
import { memberNotFound } from './matching.errors.ts';
import { OfferMatching } from './offer-matching.ts';

/** So many members of a book are looked through at once, and so often. */
const [PAGE, PAGES] = [200, 10];
type Contents = Extract<OfferView['offer'], { kind: 'CONTENT' }>['contents'];
const keyOf = ({ kind, code }: Offer): string => `${kind} ${code}`;

/** What suits whom, as staff see it. */
@Injectable()
export class MatchingDesk {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly segments: SegmentAudiences,
    private readonly contents: SentContents,
    private readonly matching: OfferMatching,
  ) {}

  /** Whoever looks is on record. @throws {AppError} identity.member_not_found */
  async ofMember(caller: Principal, memberId: string): Promise<MemberMatches> {
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(caller.scope, member.memberNo))) throw memberNotFound();
    const memberNo = await this.identity.resolveMember(member.memberNo);
    const { version, byMember } = await this.matching.of([memberNo]);
    const matched = byMember.get(memberNo);
    const found = matched?.found ?? { offered: [], withheld: [] };
    const view = await this.#viewer([...found.offered, ...found.withheld]);
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        ...{ actor: caller, action: 'matching.view_member', subjectKind: 'member' },
        ...{ subjectId: memberId, subjectNo: memberNo },
        inputs: { version, offered: found.offered.length, withheld: found.withheld.length },
      }),
    );
    return {
      version,
      isSwitchedOff: matched?.isSwitchedOff ?? true,
      lifeStage: matched?.lifeStage ?? null,
      level: matched?.level ?? 'NONE',
      offered: found.offered.map(view),
      withheld: found.withheld.map(view),
    };
  }

  /** Over the caller's own book: sums, of nobody in particular. */
  async suggest(caller: Principal, segmentKeys: readonly string[]): Promise<Suggestions> {
    const memberNos = await this.#inBook(caller.id, segmentKeys);
    const { version, matrix, byMember } = await this.matching.of(memberNos);
    const suits = new Map<string, { merged: MatchedOffer; count: number }>();
    for (const { found } of byMember.values())
      for (const offered of found.offered) {
        const known = suits.get(keyOf(offered.offer));
        const merged = known === undefined ? offered : mergedOf(known.merged, offered);
        suits.set(keyOf(offered.offer), { merged, count: (known?.count ?? 0) + 1 });
      }
    const order = [...new Set(matrix.rows.map(({ offer }) => keyOf(offer)))];
    const told = order.flatMap((key) => suits.get(key) ?? []).sort((one, other) => other.count - one.count);
    const view = await this.#viewer(told.map(({ merged }) => merged));
    const offers = told.map(({ merged, count }) => ({ offer: view(merged), suits: count }));
    return { version, members: byMember.size, offers };
  }

  async #inBook(staffId: string, segmentKeys: readonly string[]): Promise<readonly number[]> {
    const found: number[] = [];
    let after = 0;
    for (let page = 0; page < PAGES && found.length < SUGGESTED_OVER_MAX; page += 1) {
      const own = await this.identity.bookOf(staffId, after, PAGE);
      const present = await this.segments.presentIn(own, segmentKeys);
      found.push(...own.filter((memberNo) => present.has(memberNo)));
      if (own.length < PAGE) break;
      after = own.at(-1) ?? after;
    }
    return found.slice(0, SUGGESTED_OVER_MAX);
  }

  /** Names of segments and texts on topics, read once for all. */
  async #viewer(all: readonly MatchedOffer[]): Promise<(matched: MatchedOffer) => OfferView> {
    const names = await segmentNames(this.database.read);
    const topics = new Map<string, Contents>();
    for (const { offer } of all)
      if (offer.kind === 'CONTENT' && !topics.has(offer.code))
        topics.set(offer.code, await this.#contentsOn(offer.code));
    return ({ offer, verdict, reasons, whys, against }) => ({
      offer: offer.kind === 'CONTENT' ? { ...offer, contents: topics.get(offer.code) ?? [] } : offer,
      verdict,
      reasons: reasons.map(({ code, about }) => ({
        ...{ code, about, name: code === 'SEGMENT' ? (names.get(about) ?? about) : null },
      })),
      whys: [...whys],
      against: [...against],
    });
  }

  /** Education only: advice is for those under a contract, whom no topic knows. */
  async #contentsOn(topic: string): Promise<Contents> {
    const found = await this.contents.search(topic, TOPIC_CONTENTS_SHOWN * 3);
    return found
      .filter(({ label }) => label === 'education')
      .slice(0, TOPIC_CONTENTS_SHOWN)
      .map(({ contentId, kind, title }) => ({ contentId, kind, title }));
  }
}

/** One offer as it was matched with two members: the reasons of both. */
function mergedOf(one: MatchedOffer, other: MatchedOffer): MatchedOffer {
  const isNew = ({ code, about }: MatchedOffer['reasons'][number]): boolean =>
    !one.reasons.some((each) => each.code === code && each.about === about);
  return {
    ...one,
    reasons: [...one.reasons, ...other.reasons.filter(isNew)],
    whys: [...new Set([...one.whys, ...other.whys])],
  };
}
