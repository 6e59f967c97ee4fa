import type { WhatIfAnswer } from '@siyu/shared/contracts/backtests';
import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import { isEarningEvent } from '@siyu/shared/incentives';
import { earningEventNames, verdictSentences } from '@siyu/shared/messages';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { conditionInWords } from '../../awards/condition-in-words.ts';
import { formatInstant, formatShortInstant } from '../../format/moments.ts';
import { FailureNotice } from '../../list/failure-notice.tsx';
import { memberEventsQuery } from '../../members/panorama-queries.ts';
import { foundQuery } from '../../points/points-queries.ts';

/** One member and one event of theirs: what each rule would say, and what each of its conditions saw. */
export default function WhatIf({ ruleId, isEdited }: { ruleId: string; isEdited: boolean }) {
  const [search, setSearch] = useState('');
  const [memberId, setMemberId] = useState<string | null>(null);
  const [eventId, setEventId] = useState<string | null>(null);
  const found = useQuery({ ...foundQuery(search), placeholderData: keepPreviousData });
  const ask = useMutation({
    mutationFn: (body: { memberId: string; eventId?: string }) =>
      call(backtestsRoutes.askWhatIf, { params: { ruleId }, body }),
  });
  return (
    <section aria-label="换一位客户试试">
      <h3>换一位客户试试</h3>
      <p className="note">选一位客户和一件已经发生的事，看每条规则会怎么判断。查看会记入留痕。</p>
      <div className="field-row">
        <label className="field">
          <span>客户</span>
          <Select
            className="full"
            aria-label="试算的客户"
            showSearch={{ filterOption: false, onSearch: setSearch }}
            placeholder="按姓名找"
            notFoundContent={search === '' ? '输入姓名' : '没有找到'}
            value={memberId}
            options={(found.data?.rows ?? []).map((row) => ({ value: row.memberId, label: row.displayName }))}
            onChange={(next) => {
              setMemberId(next);
              setEventId(null);
              ask.reset();
            }}
          />
        </label>
        {memberId !== null && (
          <EventField memberId={memberId} value={eventId} onChange={(next) => setEventId(next)} />
        )}
        <Button
          disabled={memberId === null || isEdited}
          loading={ask.isPending}
          onClick={() => {
            if (memberId !== null) ask.mutate({ memberId, ...(eventId !== null && { eventId }) });
          }}
        >
          试一试
        </Button>
      </div>
      <FailureNotice error={ask.error} />
      {ask.data && <Answer answer={ask.data} />}
    </section>
  );
}

interface EventFieldProps {
  readonly memberId: string;
  readonly value: string | null;
  readonly onChange: (eventId: string | null) => void;
}

/** What a rule can wait for among the latest things that this member did. */
function EventField({ memberId, value, onChange }: EventFieldProps) {
  const list = useInfiniteQuery(memberEventsQuery(memberId));
  const events = (list.data?.pages ?? [])
    .flatMap(({ rows }) => rows)
    .flatMap(({ eventId, type, occurredAt }) =>
      isEarningEvent(type)
        ? [{ value: eventId, label: `${formatShortInstant(occurredAt)} ${earningEventNames[type]}` }]
        : [],
    );
  return (
    <label className="field">
      <span>哪件事</span>
      <Select
        className="full"
        aria-label="试算的事"
        allowClear
        loading={list.isPending}
        placeholder="最近的一件"
        notFoundContent="最近没有能得奖励的事"
        value={value}
        options={events}
        onChange={(next) => onChange(next ?? null)}
      />
    </label>
  );
}

function Answer({ answer: { displayName, event, verdicts } }: { answer: WhatIfAnswer }) {
  return (
    <div role="status">
      <p>
        {displayName} · {earningEventNames[event.event]} · {formatInstant(event.occurredAt)}
      </p>
      <ol className="backtest-verdicts" aria-label="每条规则的判断">
        {verdicts.map(({ ruleId, name, isDraft, verdict, conditions }) => (
          <li key={`${ruleId} ${isDraft}`}>
            <div className="strong">
              {name}
              {isDraft && '（草稿）'}
            </div>
            <span className={`chip ${verdict === 'awarded' ? 'chip-success' : 'chip-quiet'}`}>
              {verdictSentences[verdict]}
            </span>
            <ul className="backtest-list">
              {conditions.map((seen) => (
                <li key={seen.place}>{conditionInWords(seen)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}
