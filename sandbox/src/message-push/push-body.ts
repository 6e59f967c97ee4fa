import { XMLBuilder } from 'fast-xml-parser';
import { encryptMessage, signParts } from '../message-crypto.ts';

export type PushValue =
  | string
  | number
  | boolean
  | null
  | readonly PushValue[]
  | { readonly [key: string]: PushValue };
export type PushFields = Readonly<Record<string, PushValue>>;

/** What the platform tells: an event, or what a person wrote. */
export interface Push {
  /** FromUserName and `openid` of the query. */
  readonly openid: string;
  readonly fields: PushFields;
  /** The entries of a subscribe event; in XML they lie in an element of this name, in JSON at the top. */
  readonly list?: { readonly wrapper: string; readonly entries: readonly PushFields[] };
}

/** What the operator has set up: where to, the two secrets, and how. */
export interface PushAddress {
  readonly url: string;
  readonly token: string;
  readonly encodingAesKey: string;
  readonly mode: 'plain' | 'compatible' | 'secure';
  readonly format: 'json' | 'xml';
}

/** The account whose push it is. */
export interface PushSender {
  readonly appId: string;
  /** ToUserName. */
  readonly originalId: string;
}

/** Chance and time of one delivery. */
export interface Stamp {
  readonly timestamp: string;
  readonly nonce: string;
  readonly random: Uint8Array;
}

/** What goes wrong on purpose: a probe that a careful receiver refuses. */
export type Tampering = 'wrong_signature' | 'wrong_msg_signature' | 'wrong_app';

const builder = new XMLBuilder({ cdataPropName: '__cdata', suppressEmptyNode: false });

function forXml(value: PushValue): unknown {
  if (typeof value === 'string') return { __cdata: value };
  if (Array.isArray(value)) return value.map(forXml);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forXml(inner)]));
  }
  return value;
}

export function writeFields(fields: PushFields, format: PushAddress['format']): string {
  return format === 'json' ? JSON.stringify(fields) : String(builder.build({ xml: forXml(fields) }));
}

/** The event as it is read: one entry of a list is an object in JSON, several are an array. */
export function fieldsOf(
  push: Push,
  sender: PushSender,
  createTime: number,
  format: PushAddress['format'],
): PushFields {
  const head = { ToUserName: sender.originalId, FromUserName: push.openid, CreateTime: createTime };
  if (push.list === undefined) return { ...head, ...push.fields };
  const { wrapper, entries } = push.list;
  const [only] = entries;
  const list = entries.length === 1 && only !== undefined ? only : entries;
  return format === 'json'
    ? { ...head, ...push.fields, List: list }
    : { ...head, ...push.fields, [wrapper]: { List: list } };
}

/** One delivery: the parameters of its address and its body. */
export function writePush(
  given: { readonly fields: PushFields; readonly openid: string },
  sender: PushSender,
  address: PushAddress,
  stamp: Stamp,
  tampering: Tampering | null = null,
): { readonly query: Readonly<Record<string, string>>; readonly body: string } {
  const { token, encodingAesKey, mode, format } = address;
  const { timestamp, nonce, random } = stamp;
  const spoil = (signature: string): string =>
    signature.replace(/^./, (first) => (first === '0' ? '1' : '0'));
  const signature = signParts(token, timestamp, nonce);
  const plainQuery = {
    signature: tampering === 'wrong_signature' ? spoil(signature) : signature,
    timestamp,
    nonce,
    openid: given.openid,
  };
  if (mode === 'plain') return { query: plainQuery, body: writeFields(given.fields, format) };
  const encrypted = encryptMessage({
    encodingAesKey,
    receiveId: tampering === 'wrong_app' ? 'wx0000000000000000' : sender.appId,
    message: writeFields(given.fields, format),
    random,
  });
  const signed = signParts(token, timestamp, nonce, encrypted);
  const query = {
    ...plainQuery,
    encrypt_type: 'aes',
    msg_signature: tampering === null || tampering === 'wrong_app' ? signed : spoil(signed),
  };
  const outer = mode === 'compatible' ? given.fields : { ToUserName: sender.originalId };
  return { query, body: writeFields({ ...outer, Encrypt: encrypted }, format) };
}
