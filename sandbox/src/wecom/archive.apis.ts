import { z } from 'zod';
import { readBody, type WecomApi } from './api.ts';
import { PULL_MAX } from './archive.ts';
import { externalUserIdOf } from './customers.ts';
import type { WecomWorld } from './wecom-world.ts';

const Pulling = z.object({ seq: z.int().min(0).default(0), limit: z.int().min(1).max(PULL_MAX) });
const Fetching = z.object({
  sdkfileid: z.string(),
  indexbuf: z
    .string()
    .regex(/^\d{0,12}$/)
    .default(''),
});
/** The spelling is WeCom's own. */
const Asking = z.object({
  info: z
    .array(z.object({ userid: z.string(), exteranalopenid: z.string() }))
    .min(1)
    .max(100),
});
const AskingRoom = z.object({ roomid: z.string() });

/** 会话存档: who has a seat, who has agreed, and the feed. */
export function archiveApis(wecom: WecomWorld): readonly WecomApi[] {
  const post = (path: string, handle: WecomApi['handle']): WecomApi => ({
    path: `msgaudit/${path}`,
    method: 'POST',
    needs: 'archive',
    handle,
  });
  return [
    post('get_permit_user_list', () => ({
      ids: wecom.corp.employees.filter(({ hasArchiveSeat }) => hasArchiveSeat).map(({ userid }) => userid),
    })),
    post('check_single_agree', ({ body }) => ({
      agreeinfo: readBody(Asking, body).info.flatMap(({ userid, exteranalopenid }) => {
        const consent = wecom.archive.consentOf(exteranalopenid, userid);
        if (consent === null) return [];
        const changed = Math.floor(consent.changedAt / 1000);
        return [{ userid, exteranalopenid, status_change_time: changed, agree_status: consent.status }];
      }),
    })),
    post('check_room_agree', ({ body }) => {
      const { chatId } = wecom.groups.get(readBody(AskingRoom, body).roomid);
      return {
        agreeinfo: wecom.groups.accountsOf(chatId).flatMap((account) => {
          const exteranalopenid = externalUserIdOf(account);
          const consent = wecom.archive.consentOf(exteranalopenid, chatId);
          if (consent === null) return [];
          const changed = Math.floor(consent.changedAt / 1000);
          return [{ exteranalopenid, status_change_time: changed, agree_status: consent.status }];
        }),
      };
    }),
    // The two calls of the native SDK; over HTTP, because a box has no native library.
    post('sdk/chatdata', ({ body }) => {
      const { seq, limit } = readBody(Pulling, body);
      return {
        chatdata: wecom.archive.pull(seq, limit).map((record) => ({
          seq: record.seq,
          msgid: record.msgid,
          publickey_ver: record.keyVersion,
          encrypt_random_key: record.encryptedKey,
          encrypt_chat_msg: record.encryptedMessage,
        })),
      };
    }),
    post('sdk/mediadata', ({ body }) => {
      const { sdkfileid, indexbuf } = readBody(Fetching, body);
      const { bytes, next } = wecom.archive.chunk(sdkfileid, Number(indexbuf || '0'));
      return {
        data: bytes.toString('base64'),
        outindexbuf: next === null ? '' : String(next),
        is_finish: next === null ? 1 : 0,
      };
    }),
  ];
}
