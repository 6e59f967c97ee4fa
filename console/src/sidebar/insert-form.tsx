import type { AdviceBasis } from '@siyu/shared/contracts/content-kinds';
import { BASIS_FAULTS } from '@siyu/shared/contracts/content.limits';
import type { Phrase, WriteInsert } from '@siyu/shared/contracts/sidebar';
import { INSERT_PURPOSES, INSERT_TEXT_MAX, type InsertPurpose } from '@siyu/shared/contracts/sidebar.limits';
import { insertPurposeNames } from '@siyu/shared/messages';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { newRequestKey } from '../api/request-key.ts';
import { BasisFields } from '../lessons/basis-fields.tsx';
import { checkBasis } from '../lessons/check-draft.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { deliverInsert } from './deliver-insert.ts';
import { DeliveredNotice } from './delivered-notice.tsx';
import { chatQuery } from './sidebar-queries.ts';
import type { WecomClient } from './wecom-client.ts';

interface InsertFormProps {
  readonly client: WecomClient;
  readonly phrases: readonly Phrase[];
  readonly isGroup: boolean;
}

/** A phrase goes out with one tap; what somebody writes does too, and advice once it says what it rests on. */
export function InsertForm({ client, phrases, isGroup }: InsertFormProps) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [purpose, setPurpose] = useState<InsertPurpose>('SERVICE');
  // The server tells what reads like advice; from then on its basis is written below it.
  const [isAdvice, setAdvice] = useState(false);
  const [basis, setBasis] = useState<AdviceBasis | null>(null);
  // Asked again after a lost answer, it is the same sending.
  const pending = useRef<{ readonly said: string; readonly key: string } | null>(null);
  const send = useMutation({
    mutationFn: (wanted: WriteInsert) => {
      const said = JSON.stringify(wanted);
      const { key } = pending.current?.said === said ? pending.current : { key: newRequestKey() };
      pending.current = { said, key };
      return deliverInsert(client, wanted, key);
    },
    onSuccess: async ({ decision, outcome }, wanted) => {
      pending.current = null;
      const isOfField = wanted.text === text.trim();
      if (outcome === 'SENT' && isOfField) startAgain('', purpose);
      const lacksBasis = BASIS_FAULTS.some((fault) => fault === decision.refusal);
      // A phrase is taken into the field, but for what somebody is writing there.
      if (lacksBasis && text.trim() === '') startAgain(wanted.text, wanted.purpose);
      if (lacksBasis && (isOfField || text.trim() === '')) setAdvice(true);
      await queries.invalidateQueries({ queryKey: chatQuery(client.chat).queryKey });
    },
  });
  const startAgain = (words: string, of: InsertPurpose) => {
    setText(words);
    setPurpose(of);
    setAdvice(false);
    setBasis(null);
  };
  const say = (wanted: Omit<WriteInsert, 'chat'>) => send.mutate({ chat: client.chat, ...wanted });
  return (
    <section className="sidebar-form" aria-label="发到聊天">
      <h2>发到聊天</h2>
      <FailureNotice error={send.error} />
      {send.data && send.variables && <DeliveredNotice delivered={send.data} wanted={send.variables} />}
      <label htmlFor="insert-text">{isGroup ? '写给群里的话' : '写给客户的话'}</label>
      <Input.TextArea
        id="insert-text"
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={INSERT_TEXT_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {isAdvice && (
        <BasisFields basis={basis} places={checkBasis({ label: 'advice', basis })} onChange={setBasis} />
      )}
      {!isGroup && (
        <Radio.Group
          aria-label="用途"
          value={purpose}
          onChange={(event) =>
            setPurpose(INSERT_PURPOSES.find((each) => each === event.target.value) ?? 'SERVICE')
          }
          options={INSERT_PURPOSES.map((each) => ({ value: each, label: insertPurposeNames[each] }))}
        />
      )}
      <Button
        type="primary"
        block
        loading={send.isPending}
        disabled={text.trim() === ''}
        onClick={() => say({ text: text.trim(), purpose, ...(isAdvice && { basis }) })}
      >
        发到聊天
      </Button>
      <h2>常用语</h2>
      {phrases.length === 0 && <p className="note">还没有常用语，由运营在「配置」里提交、复核后使用。</p>}
      <ul className="sidebar-rows" aria-label="常用语">
        {phrases.map((phrase) => (
          <li key={phrase.title}>
            <p>
              <b>{phrase.title}</b>{' '}
              <span className="chip chip-quiet">{insertPurposeNames[phrase.purpose]}</span>
            </p>
            <p>{phrase.text}</p>
            <div className="actions">
              <Button
                size="small"
                aria-label={`发送「${phrase.title}」`}
                disabled={send.isPending}
                onClick={() => say({ text: phrase.text, purpose: phrase.purpose })}
              >
                发送
              </Button>
              <Button
                size="small"
                type="text"
                aria-label={`改一改「${phrase.title}」`}
                onClick={() => startAgain(phrase.text, phrase.purpose)}
              >
                改一改
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
