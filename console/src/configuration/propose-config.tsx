import type { ConfigVersionDetail, ConfigVersionRow } from '@siyu/shared/contracts/configuration';
import { analyticsRoutes } from '@siyu/shared/contracts/analytics.routes';
import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { DayField } from '../list/day-field.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { ConfigDifferences } from './config-differences.tsx';
import { ConfigImpactFigures } from './config-impact.tsx';
import { configName, fieldName } from './config-words.ts';
import { useKeptText } from './kept-text.ts';
import { readJson } from './read-json.ts';

interface ProposeConfigProps {
  readonly configKey: string;
  readonly inForce: ConfigVersionDetail['inForce'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onProposed: (row: ConfigVersionRow) => void;
}

/** Local time of the exchanges, as a date field gives it. */
const instantOf = (local: string): string | null => (local === '' ? null : `${local}:00+08:00`);

/** Edit, see the differences to what is in force, then ask a second person. */
export function ProposeConfig({ configKey, inForce, isOpen, onClose, onProposed }: ProposeConfigProps) {
  const ids = { value: useId(), from: useId() };
  const stored = JSON.stringify(inForce.value, null, 2);
  const draft = useKeptText(`siyu.configuration.${configKey}.${inForce.version}`, stored);
  const [from, setFrom] = useState('');
  const read = readJson(draft.text);
  const params = { key: configKey };
  const impact = useMutation({
    mutationFn: (value: Record<string, unknown>) =>
      call(analyticsRoutes.computeConfigImpact, { params, body: { value } }),
  });
  const check = useMutation({
    mutationFn: (value: Record<string, unknown>) =>
      call(configurationRoutes.checkValue, { params, body: { value } }),
    onSuccess: ({ value }) => impact.mutate(value),
  });
  const propose = useMutation({
    mutationFn: (value: Record<string, unknown>) =>
      call(configurationRoutes.proposeVersion, {
        params,
        body: { value, validFrom: instantOf(from), baseVersion: inForce.version },
      }),
    onSuccess: (row) => {
      draft.giveUp();
      check.reset();
      onProposed(row);
    },
    onSettled: () =>
      Promise.all(
        ['configuration', 'reviews'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
      ),
  });
  const edit = (text: string) => {
    check.reset();
    impact.reset();
    propose.reset();
    draft.setText(text);
  };
  const checked = check.data?.value;
  return (
    <RowDrawer isOpen={isOpen} onClose={onClose} width={760} title={`修改${configName(configKey)}`}>
      <p className="note">
        在第 {inForce.version} 版上修改。草稿保存在这台电脑的浏览器里；提交后由另一位同事复核，通过后才生效。
      </p>
      <label htmlFor={ids.value}>内容</label>
      <Input.TextArea
        id={ids.value}
        className="config-json"
        autoSize={{ minRows: 8, maxRows: 24 }}
        spellCheck={false}
        value={draft.text}
        onChange={(event) => edit(event.target.value)}
      />
      {!read.isRead && (
        <div className="notice notice-error" role="alert">
          {read.sentence}
        </div>
      )}
      <label htmlFor={ids.from}>从何时起生效（北京时间；不填则复核通过后立即生效）</label>
      <DayField id={ids.from} hasTime className="config-from" value={from} onChange={setFrom} />
      <FailureNotice error={check.error ?? propose.error} nameOf={(path) => fieldName(path.split('.'))} />
      {checked && <ConfigDifferences before={inForce.value} after={checked} version={inForce.version} />}
      {checked && <ConfigImpactFigures data={impact.data} error={impact.error} />}
      <div className="actions">
        {checked ? (
          <Button
            type="primary"
            loading={propose.isPending}
            disabled={JSON.stringify(checked) === JSON.stringify(inForce.value)}
            onClick={() => propose.mutate(checked)}
          >
            提交复核
          </Button>
        ) : (
          <Button
            type="primary"
            loading={check.isPending}
            disabled={!read.isRead || !draft.isEdited}
            onClick={() => read.isRead && check.mutate(read.value)}
          >
            查看差异
          </Button>
        )}
        {draft.isEdited && <Button onClick={() => edit(stored)}>放弃修改</Button>}
      </div>
    </RowDrawer>
  );
}
