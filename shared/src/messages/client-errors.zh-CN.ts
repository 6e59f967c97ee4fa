/** Said of a code without a sentence, so that no raw code ever reaches a person. */
export const unknownError = '操作没有完成，请稍后再试。';

/** What a client says by itself, since nobody answered, or a proxy did, or nothing that it can read. */
export const clientErrorMessages: Readonly<Record<string, string>> = {
  'client.offline': '网络连接不上，请检查网络后重试。',
  'client.timeout': '等待太久没有回应，请重试。',
  'client.unreadable': '服务器的回应读不懂，请刷新页面后再试。',
  'http.unavailable': '服务正在启动或维护，请稍后再试。',
  'http.payload_too_large': '内容太大了，请缩小后再提交。',
  'http.too_many_requests': '操作太频繁，请稍等一会儿再试。',
};
