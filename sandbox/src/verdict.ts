import { CLAUSES, REASONS } from './verdict-words.ts';

export type Outcome = 'accepted' | 'refused' | 'disturbed';

/** What the real platform would have said to a call, in plain words. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly words: string;
  /** The clause of the README behind a refusal. */
  readonly clause: string | null;
}

const FAULTS: Readonly<Record<string, { readonly words: string; readonly clause: string }>> = {
  busy: { words: '系统繁忙（-1）', clause: 'SBX-11' },
  server_error: { words: '网关出错（502）', clause: 'SBX-12' },
  not_json: { words: '回答不是 JSON', clause: 'SBX-12' },
  hang_up: { words: '连接被挂断', clause: 'SBX-12' },
  time_out: { words: '一直没有回答', clause: 'SBX-203' },
  dropped: { words: '已经办了，但回答没有送到', clause: 'SBX-204' },
};

/** Judges a call by its answer; a call that a fault kept from being read is judged by nobody. */
export function verdictOn(call: {
  readonly api: string;
  readonly errcode: number;
  readonly fault: string | null;
}): Verdict {
  const platform = call.api.startsWith('wecom/') ? '企业微信' : call.api === 'core' ? '核心系统' : '微信';
  const fault = call.fault === null ? undefined : FAULTS[call.fault];
  if (fault !== undefined && (call.errcode === -1 || call.fault === 'dropped')) {
    return {
      outcome: 'disturbed',
      words: `按故障开关：${fault.words}（${fault.clause}）`,
      clause: fault.clause,
    };
  }
  if (call.errcode === 0) return { outcome: 'accepted', words: `${platform}会接受`, clause: null };
  if (call.api.startsWith('push/')) {
    return { outcome: 'disturbed', words: '推送四次都没有被接收（SBX-27）', clause: 'SBX-27' };
  }
  const clause = CLAUSES[`${call.api} ${call.errcode}`] ?? CLAUSES[generalKey(call)] ?? null;
  const reason =
    REASONS[`${call.api} ${call.errcode}`] ?? REASONS[generalKey(call)] ?? `错误码 ${call.errcode}`;
  return {
    outcome: 'refused',
    words: `${platform}会拒绝：${reason}${clause === null ? '' : `（${clause}）`}`,
    clause,
  };
}

const generalKey = ({ api, errcode }: { readonly api: string; readonly errcode: number }): string =>
  api.startsWith('wecom/') ? `wecom ${errcode}` : `* ${errcode}`;
