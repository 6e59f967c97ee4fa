import { errorMessages, platformCodeSentences } from '@siyu/shared/messages';

/** What a code of a send means, in words where there are any. */
export function sendCodeSentence(code: string): string {
  const known = platformCodeSentences[code] ?? errorMessages[code];
  if (known !== undefined) return known;
  const [platform = '', number = ''] = code.split('.');
  if (platform === 'wechat') return `微信返回代码 ${number}。`;
  return platform === 'wecom' ? `企业微信返回代码 ${number}。` : code;
}
