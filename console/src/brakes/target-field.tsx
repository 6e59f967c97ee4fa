import {
  BRAKE_CHANNELS,
  type BrakeKind,
  CHOSEN_KINDS,
  PRODUCT_NAME_MAX,
} from '@siyu/shared/contracts/brakes.limits';
import { brakeChannelNames, brakeKindNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../list/failure-notice.tsx';
import { brakeTargetsQuery } from './brake-queries.ts';

/** What is to be stopped: an id, a code, a way out; a product has a name beside its code. */
export interface ChosenTarget {
  readonly target: string | null;
  readonly name: string;
}
interface TargetFieldProps {
  readonly kind: BrakeKind;
  readonly value: ChosenTarget;
  readonly onChange: (value: ChosenTarget) => void;
}
const CODE_MAX = 16;

export function TargetField({ kind, value, onChange }: TargetFieldProps) {
  const chosen = CHOSEN_KINDS.find((each) => each === kind);
  if (chosen !== undefined)
    return (
      <FoundTarget
        key={chosen}
        kind={chosen}
        value={value.target}
        onChange={(target) => onChange({ target, name: '' })}
      />
    );
  if (kind === 'CHANNEL')
    return (
      <div>
        <label htmlFor="brake-channel">哪个通道</label>
        <Select
          id="brake-channel"
          className="full"
          value={value.target}
          placeholder="请选择"
          options={BRAKE_CHANNELS.map((channel) => ({ value: channel, label: brakeChannelNames[channel] }))}
          onChange={(target) => onChange({ target, name: '' })}
        />
      </div>
    );
  if (kind === 'PRODUCT')
    return (
      <>
        <div>
          <label htmlFor="brake-code">产品代码</label>
          <Input
            id="brake-code"
            maxLength={CODE_MAX}
            value={value.target ?? ''}
            onChange={(event) => onChange({ ...value, target: event.target.value.trim() })}
          />
        </div>
        <div>
          <label htmlFor="brake-name">产品名称</label>
          <Input
            id="brake-name"
            maxLength={PRODUCT_NAME_MAX}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        </div>
      </>
    );
  return null;
}

interface FoundTargetProps {
  readonly kind: (typeof CHOSEN_KINDS)[number];
  readonly value: string | null;
  readonly onChange: (target: string | null) => void;
}

/** Found by name: a firm has many of each. */
function FoundTarget({ kind, value, onChange }: FoundTargetProps) {
  const [search, setSearch] = useState('');
  const found = useQuery(brakeTargetsQuery(kind, search.trim()));
  return (
    <div>
      <label htmlFor="brake-target">{kind === 'CONTENT' ? '哪份内容' : `哪个${brakeKindNames[kind]}`}</label>
      <Select
        id="brake-target"
        className="full"
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={found.isPending}
        value={value}
        placeholder="输入名称查找"
        options={
          found.data?.targets.map(({ target, name, note }) => ({
            value: target,
            label: note === null ? name : `${name} · ${note}`,
          })) ?? []
        }
        notFoundContent={found.isPending ? '正在找' : '没有找到，或不在您的管理范围内'}
        onChange={(target) => onChange(target ?? null)}
      />
      <FailureNotice error={found.error} />
    </div>
  );
}
