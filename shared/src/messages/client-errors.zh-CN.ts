/** Said of a code without a sentence, so that no raw code ever reaches a person. */
export const unknownError = '操作没有完成，请稍后再试。';

/** What a client says by itself: nobody answered, or a proxy did, or it knows beforehand what would be refused. */
export const clientErrorMessages: Readonly<Record<string, string>> = {
  'client.offline': '网络连接不上，请检查网络后重试。',
  'client.timeout': '等待太久没有回应，请重试。',
  'client.unreadable': '服务器的回应读不懂，请刷新页面后再试。',
  'http.unavailable': '服务正在启动或维护，请稍后再试。',
  'http.payload_too_large': '内容太大了，请缩小后再提交。',
  'http.too_many_requests': '操作太频繁，请稍等一会儿再试。',
  'reviews.own_request': '这是您自己提交的复核，需要由另一位同事决定。',
  'reviews.hash_differs': '内容在提交复核后改过，您看到的不是提交的那一版，请刷新后重新查看。',
  'identity.own_account': '不能对自己的账号这样做，请另一位管理员处理。',
};

/**
 * The sentence of a code that a client says by itself; a general one for every other.
 * @param code stable code `module.reason`
 * @example
 * clientErrorSentence('client.timeout') // => '等待太久没有回应，请重试。'
 */
export const clientErrorSentence = (code: string): string => clientErrorMessages[code] ?? unknownError;
