import type { PushFields } from '../message-push/push-body.ts';
import { IN_ORDER, judge, type Judgement } from './judge.ts';

const BYTES_MAX = 10 * 1024 * 1024;
/** Real time: how long the box waits for somebody else's server. */
const DOWNLOAD_MS = 10_000;
const NOT_DOWNLOADED = -1008;
/** The same in the first version, which knew no numbers below nought. */
const NOT_DOWNLOADED_OLD = 4_294_966_288;

/** Fetches as the platform does: from outside, without cookies, ten megabytes at most. */
async function download(url: string): Promise<Buffer | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS), redirect: 'follow' });
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > BYTES_MAX) {
      await answer.body?.cancel();
      return null;
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    return bytes.length > BYTES_MAX ? null : bytes;
  } catch {
    return null;
  }
}

/** The event that tells what was found in a picture or a sound: a word of the box somewhere in its bytes. */
export async function mediaCheckOf(
  url: string,
  given: { readonly appId: string; readonly trace: string; readonly isOld: boolean },
): Promise<PushFields> {
  const bytes = await download(url);
  const found: Judgement = bytes === null ? IN_ORDER : judge(bytes.toString('latin1'));
  const head = {
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: given.appId,
    trace_id: given.trace,
  };
  if (given.isOld) {
    const isRisky = found.suggest === 'risky' ? 1 : 0;
    const status = bytes === null ? NOT_DOWNLOADED_OLD : 0;
    return { ...head, isrisky: isRisky, extra_info_json: '', status_code: status, detail: [] };
  }
  if (bytes === null) {
    return {
      ...head,
      version: 2,
      errcode: NOT_DOWNLOADED,
      errmsg: 'download media fail',
      detail: [],
      result: { suggest: 'review', label: 100 },
    };
  }
  const { suggest, label } = found;
  return {
    ...head,
    version: 2,
    errcode: 0,
    errmsg: 'ok',
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: label === 100 ? 10 : 90 }],
    result: { suggest, label },
  };
}
