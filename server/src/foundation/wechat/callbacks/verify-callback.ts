import type { CallbackKeys } from '../../../platform/config/index.ts';
import { isSigned, openCallback } from './callback-crypto.ts';
import { type Facts, readPushed, textOf } from './read-pushed.ts';

const WINDOW_MS = 300_000;

export interface SignedCall {
  readonly query: unknown;
  /** Parsed JSON, or XML as text. */
  readonly body: unknown;
}
export interface CallbackParty extends CallbackKeys {
  /** The app or corporation that we are. */
  readonly receiver: string;
  /** WeCom encrypts always; WeChat only where it was told so. */
  readonly signsOpenly: boolean;
}
/** A call of which it is certain who made it. */
export interface VerifiedCall {
  readonly timestamp: string;
  readonly nonce: string;
  readonly facts: Facts;
}

const fieldOf = (from: unknown, name: string): string | null =>
  typeof from === 'object' && from !== null ? textOf(Object.fromEntries(Object.entries(from)), name) : null;

/** The fields that every signed call has; null when one is missing or its time is not now. */
function stampOf(query: unknown, now: number): { readonly timestamp: string; readonly nonce: string } | null {
  const timestamp = fieldOf(query, 'timestamp');
  const nonce = fieldOf(query, 'nonce');
  if (timestamp === null || nonce === null || nonce.length > 128 || !/^[0-9]{1,12}$/.test(timestamp))
    return null;
  return Math.abs(now - Number(timestamp) * 1_000) > WINDOW_MS ? null : { timestamp, nonce };
}

/** The text to be given back when a platform asks whether the address is ours; null: it is not to be told. */
export function verifyEcho(party: CallbackParty, query: unknown, now: number): string | null {
  const stamp = stampOf(query, now);
  const echo = fieldOf(query, 'echostr');
  if (stamp === null || echo === null) return null;
  const { timestamp, nonce } = stamp;
  if (party.signsOpenly) {
    const signature = fieldOf(query, 'signature') ?? '';
    return isSigned(signature, [party.token, timestamp, nonce]) ? echo : null;
  }
  const signature = fieldOf(query, 'msg_signature') ?? '';
  if (party.aesKey === null || !isSigned(signature, [party.token, timestamp, nonce, echo])) return null;
  return openCallback(party.aesKey, echo, party.receiver);
}

/** @returns null for whatever was not signed now, by the platform, for us */
export function verifyCallback(party: CallbackParty, call: SignedCall, now: number): VerifiedCall | null {
  const stamp = stampOf(call.query, now);
  const facts =
    typeof call.body === 'string' ? readPushed(call.body) : readPushed(JSON.stringify(call.body ?? null));
  if (stamp === null || facts === null) return null;
  const { timestamp, nonce } = stamp;
  if (party.aesKey === null) {
    const signature = fieldOf(call.query, 'signature') ?? '';
    return isSigned(signature, [party.token, timestamp, nonce]) ? { ...stamp, facts } : null;
  }
  // With a key only what is encrypted counts: the signature of an open message says nothing of its content.
  const encrypted = textOf(facts, 'Encrypt');
  const signature = fieldOf(call.query, 'msg_signature') ?? '';
  if (encrypted === null || !isSigned(signature, [party.token, timestamp, nonce, encrypted])) return null;
  const opened = openCallback(party.aesKey, encrypted, party.receiver);
  const inner = opened === null ? null : readPushed(opened);
  return inner === null ? null : { ...stamp, facts: inner };
}
