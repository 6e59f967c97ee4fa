/** What WeCom says with a code; the text is its own, the hint behind it is added where it answers. */
const SAYS = {
  [-1]: 'system busy',
  40001: 'invalid credential',
  40003: 'invalid UserID',
  40004: 'invalid media file type',
  40006: 'invalid media size',
  40007: 'invalid media_id',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40050: 'chatid does not exist',
  40058: 'invalid Request Parameter',
  40068: 'invalid tagid',
  40071: 'tag name already exists',
  40096: 'invalid external userid',
  41001: 'access_token missing',
  41002: 'corpid missing',
  41004: 'corpsecret missing',
  41005: 'media data missing',
  41037: 'missing type',
  41044: 'invalid config_id',
  41051: 'external user has started chatting',
  41055: 'msgid does not exist',
  41058: 'message has been cancelled or ended',
  41096: 'welcome message is being distributed',
  42001: 'access_token expired',
  43002: 'require POST method',
  44002: 'empty post data',
  45009: 'api freq out of limit',
  47001: 'data format error',
  48002: 'api forbidden',
  60011: 'no privilege to access/modify contact/party/agent',
  60020: 'not allow to access from your ip',
  81013: 'user & department & tag all invalid',
  81017: 'query range too large',
  84061: 'not external contact',
  84074: 'no external contact permission',
  90500: 'the owner of this chat is not resigned',
  90501: 'chatid is not external group chat',
  301042: 'not in the seats of message audit',
} as const;

export type Errcode = keyof typeof SAYS;

/** A call that WeCom turns down. */
export class WecomRefusal extends Error {
  constructor(
    readonly errcode: Errcode,
    /** What was wrong with it, for the journal and whoever reads the answer. */
    readonly detail: string | null = null,
  ) {
    super(detail === null ? SAYS[errcode] : `${SAYS[errcode]}, ${detail}`);
  }
}
