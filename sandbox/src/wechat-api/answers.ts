/** What an API answers: a refusal with its code, the fields of a success, or the bytes of a picture. */
export type Answer =
  | { readonly kind: 'refused'; readonly errcode: number; readonly errmsg: string }
  | { readonly kind: 'accepted'; readonly fields: object }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly type: string };

export const refuse = (errcode: number, errmsg: string): Answer => ({ kind: 'refused', errcode, errmsg });

export const accept = (fields: object = {}): Answer => ({ kind: 'accepted', fields });
