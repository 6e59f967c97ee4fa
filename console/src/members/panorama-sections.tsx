import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import type { MemberRow } from '@siyu/shared/contracts/workspace';
import {
  consentChannelNames,
  consentPurposeNames,
  feedReasonMessages,
  fillTemplate,
  identityKindNames,
  restrictionReasonNames,
  stageNames,
} from '@siyu/shared/messages';
import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import { formatCount } from '../format/figures.ts';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { Facts } from '../list/facts.tsx';
import { eventName } from './member-events.tsx';

interface Part {
  readonly view: MemberPanorama;
}

/** By kind, with the last time. */
export function Engagement({ view: { engagement, readAt } }: Part) {
  if (engagement.length === 0) return <p className="note">还没有任何参与记录。</p>;
  return (
    <ul className="panorama-rows panorama-counts" aria-label="参与次数">
      {engagement.map(({ type, count, lastAt }) => (
        <li key={type}>
          <span>{eventName(type)}</span>
          <DefinedFigure
            definition="注册以来按天汇总的次数，手机重复上报只算一次"
            asOf={`截至 ${formatInstant(readAt)}`}
          >
            {formatCount(count)} 次
          </DefinedFigure>
          <span className="note">最近 {formatInstant(lastAt)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Learning({ view: { completions, reading, quizzes, paths, readAt } }: Part) {
  const nothing = completions.length + reading.length + quizzes.length + paths.length === 0;
  if (nothing) return <p className="note">还没有开始学习。</p>;
  return (
    <>
      <p>
        学完{' '}
        <DefinedFigure
          definition="读到最后一段并记为学完的课程，每课一次"
          asOf={`截至 ${formatInstant(readAt)}，最多列出最近 100 条学习记录`}
        >
          {formatCount(completions.length)} 课
        </DefinedFigure>
        ，在读{' '}
        <DefinedFigure definition="打开过、还没有学完的已发布课程" asOf={`截至 ${formatInstant(readAt)}`}>
          {formatCount(reading.length)} 课
        </DefinedFigure>
        。
      </p>
      <ul className="panorama-rows" aria-label="学习记录">
        {paths.map(({ title, completedAt }) => (
          <Row key={`path ${title}`} what={`学完路径「${title}」`} when={completedAt} />
        ))}
        {completions.map(({ title, version, completedAt }) => (
          <Row
            key={`done ${title} ${completedAt}`}
            what={`学完《${title}》第 ${version} 版`}
            when={completedAt}
          />
        ))}
        {reading.map(({ title, readPercent, updatedAt }) => (
          <Row key={`reading ${title}`} what={`《${title}》读到 ${readPercent}%`} when={updatedAt} />
        ))}
        {quizzes.map(({ title, correct, total, submittedAt }) => (
          <Row
            key={`quiz ${title} ${submittedAt}`}
            what={`《${title}》小测答对 ${correct} / ${total} 题`}
            when={submittedAt}
          />
        ))}
      </ul>
    </>
  );
}

const Row = ({ what, when }: { what: string; when: string }) => (
  <li>
    <span>{what}</span>
    <span className="note">{formatInstant(when)}</span>
  </li>
);

/** The first of each purpose is the state; what came before it is its history. */
export function Consents({ view: { consents, restriction } }: Part) {
  const current = new Map([...consents].reverse().map((consent) => [consent.purpose, consent]));
  return (
    <>
      {restriction && (
        <p className="notice notice-warning">
          {formatInstant(restriction.since)}起限制处理（{restrictionReasonNames[restriction.reason]}
          ），信息只保存、不使用。
        </p>
      )}
      {consents.length === 0 && <p className="note">还没有作过任何授权决定。</p>}
      <ul className="panorama-rows" aria-label="授权记录">
        {consents.map((consent) => (
          <li key={`${consent.purpose} ${consent.decidedAt} ${String(consent.isGranted)}`}>
            <span>
              {consentPurposeNames[consent.purpose]}{' '}
              {current.get(consent.purpose) === consent ? (
                <ConsentChip consent={consent} />
              ) : (
                <span className="note">（此前：{consent.isGranted ? '同意' : '撤回'}）</span>
              )}
            </span>
            <span className="note">
              文本 {consent.textVersion} · {consentChannelNames[consent.channel] ?? consent.channel} ·{' '}
              {formatInstant(consent.decidedAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function ConsentChip({ consent }: { consent: MemberPanorama['consents'][number] }) {
  if (!consent.isGranted) return <span className="chip chip-quiet">已撤回</span>;
  if (!consent.isTextCurrent) return <span className="chip chip-warning">同意的是旧文本，不再有效</span>;
  return <span className="chip chip-success">同意</span>;
}

export function Ties({ view: { identities, merged, advisers }, row }: Part & { row: MemberRow }) {
  return (
    <>
      <Facts
        facts={[
          ['营业部', row.branchName ?? '—'],
          ['投资顾问', row.adviserName ?? '未绑定'],
          ['注册日', formatCivilDay(row.registeredOn)],
        ]}
      />
      <ul className="panorama-rows" aria-label="关联记录">
        {advisers.map(({ name, boundAt, unboundAt }) => (
          <Row
            key={`adviser ${boundAt}`}
            what={`投资顾问 ${name}${unboundAt === null ? '' : `，${formatInstant(unboundAt)} 解绑`}`}
            when={boundAt}
          />
        ))}
        {identities.map(({ kind, issuer, linkedAt }) => (
          <Row key={`${kind} ${issuer} ${linkedAt}`} what={identityKindNames[kind] ?? kind} when={linkedAt} />
        ))}
        {merged.map(({ memberId, validFrom, validTo }) => (
          <Row
            key={`${memberId} ${validFrom}`}
            what={`并入登记 ${memberId.slice(-4).toUpperCase()}${validTo === null ? '' : `，${formatInstant(validTo)} 拆分`}`}
            when={validFrom}
          />
        ))}
      </ul>
    </>
  );
}

/** The first cards of the member's home page, each with the reason as the member reads it. */
export function FeedShown({ view: { feed, readAt } }: Part) {
  if (feed === null) return <p className="note">客户没有同意服务条款，或信息已限制处理，首页没有内容。</p>;
  if (feed.cards.length === 0) return <p className="note">首页现在没有可以推荐的课程。</p>;
  return (
    <>
      <p className="note">
        {formatInstant(readAt)} 的首页前 {feed.cards.length} 张卡片，
        {feed.isPersonalised ? '按客户情况排序。' : '客户关闭了个性化服务，按发布日期排序。'}
      </p>
      <ol className="panorama-rows" aria-label="首页卡片">
        {feed.cards.map(({ title, reason }) => (
          <li key={title}>
            <span>{title}</span>
            <span className="chip">{feedReason(reason)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function feedReason({ code, params }: { code: string; params: Record<string, string> }): string {
  const template =
    Object.entries(feedReasonMessages).find(([key]) => key === `feed.reason.${code}`)?.[1] ?? code;
  const stage = STAGES.find((each) => each === params['stage']);
  return fillTemplate(template, stage === undefined ? params : { ...params, stage: stageNames[stage] });
}
