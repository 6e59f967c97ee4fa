import { z } from 'zod';
import { type FailureFacts, WechatError } from './wechat-error.ts';

/** `errcode` is absent or 0 on success; the HTTP status is 200 even for refusals. */
const Envelope = z.looseObject({ errcode: z.int().default(0), errmsg: z.string().default('') });
/** WeChat says `rid: …`, WeCom `hint: […]`. */
const RID = /\b(?:rid: |hint: \[)([0-9A-Za-z-]{8,40})/;

/**
 * What a platform answered, in the shape that was asked for.
 * @throws {WechatError} refused, or unanswered when it cannot be understood
 */
export function readAnswer<Shape extends z.ZodType>(
  text: string,
  shape: Shape,
  call: Pick<FailureFacts, 'platform' | 'api'>,
): z.output<Shape> {
  const envelope = Envelope.safeParse(parse(text));
  if (!envelope.success) throw new WechatError({ ...call, kind: 'unanswered', hint: 'not JSON' });
  const { errcode: code, errmsg } = envelope.data;
  const rid = RID.exec(errmsg)?.[1] ?? null;
  if (code !== 0) throw new WechatError({ ...call, kind: 'refused', code, rid, hint: errmsg });
  const answer = shape.safeParse(envelope.data);
  if (!answer.success) throw new WechatError({ ...call, kind: 'unanswered', hint: 'another shape' });
  return answer.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
