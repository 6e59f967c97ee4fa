/** WeChat for the mini-program, WeCom for customers and groups. */
export type PlatformName = 'wechat' | 'wecom';

/**
 * refused: the platform answered with a code, and did nothing. away: it was not reached, or not even asked. unanswered:
 * it was asked and nobody knows what it did.
 */
export type FailureKind = 'refused' | 'away' | 'unanswered';

export interface FailureFacts {
  readonly platform: PlatformName;
  readonly api: string;
  readonly kind: FailureKind;
  /** The platform's errcode; 0 when there was no answer to have one. */
  readonly code?: number;
  /** The id of the request that the platform's own people ask for. */
  readonly rid?: string | null;
  /** What the platform says in words, such as the field it did not like. */
  readonly hint?: string;
}

/** −1: busy. 45009, 45011: a quota. 45033: too many at once. */
const BUSY: readonly number[] = [-1, 45009, 45011, 45033];
/** The token was not the one in force: once more with a new one. */
const STALE_TOKEN: readonly number[] = [40001, 40014, 42001];
const HINT_MAX = 120;

/** The one error that leaves the clients of the platforms. */
export class WechatError extends Error {
  readonly platform: PlatformName;
  readonly api: string;
  readonly kind: FailureKind;
  readonly code: number;
  readonly rid: string | null;

  constructor({ platform, api, kind, code = 0, rid = null, hint = '' }: FailureFacts) {
    super(hint.slice(0, HINT_MAX));
    this.name = 'WechatError';
    this.platform = platform;
    this.api = api;
    this.kind = kind;
    this.code = code;
    this.rid = rid;
  }

  /** Nothing was done, and the same call may well succeed later. What may have been done is never repeated blindly. */
  get retryable(): boolean {
    return this.kind === 'away' || (this.kind === 'refused' && BUSY.includes(this.code));
  }

  /** Whether it may have been done all the same. */
  get isUnknown(): boolean {
    return this.kind === 'unanswered';
  }

  get isStaleToken(): boolean {
    return this.kind === 'refused' && STALE_TOKEN.includes(this.code);
  }

  /** A platform that is not well, as against one that says no. */
  get isSickness(): boolean {
    return this.kind !== 'refused' || this.code === -1;
  }
}
