/**
 * What went wrong and what to do next, by error code. `{name}` is filled from the error's details.
 * The server sends these sentences as the title of a problem, the console shows them.
 */
export const errorMessages: Readonly<Record<string, string>> = {
  'http.validation_failed': '填写的内容有几处需要修改，请按提示更正。',
  'http.bad_request': '请求的格式不对，请刷新页面后再试。',
  'http.unauthenticated': '登录已失效，请重新登录。',
  'http.forbidden': '您的岗位不能做这件事。如确有需要，请联系管理员。',
  'http.not_found': '没有找到您要的内容，它可能已被移走。',
  'http.method_not_allowed': '这个地址不支持这样的操作。',
  'http.conflict': '内容刚刚被别人改过，请刷新后再试。',
  'http.payload_too_large': '内容太大了，请缩小后再提交。',
  'http.unsupported_media_type': '文件或内容的类型不对。',
  'http.too_many_requests': '操作太频繁，请稍等一会儿再试。',
  'http.internal': '系统出了点问题，已经记录下来，请稍后再试。',
  'http.unavailable': '服务正在启动或维护，请稍后再试。',
  'client.offline': '网络连接不上，请检查网络后重试。',
  'client.timeout': '等待太久没有回应，请重试。',
  'client.unreadable': '服务器的回应读不懂，请刷新页面后再试。',
};
