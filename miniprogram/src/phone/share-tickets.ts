import Taro from '@tarojs/taro';

/** Cards shared from this page carry a ticket: whoever opens one from a group is known to come from that group. */
export function giveShareTickets(): void {
  // A browser shares no cards.
  if (process.env.TARO_ENV === 'weapp') void Taro.updateShareMenu({ withShareTicket: true });
}
