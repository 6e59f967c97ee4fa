import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import './app.scss';
import { watchConnection } from './phone/connection';
import { answerToKeys } from './phone/keyboard';
import { quietEmptyLinks } from './phone/quiet-links';
import { isSinglePage } from './phone/single-page';
import { noteGroupStart, type Start } from './queues/group-entry';
import { noteLaunch } from './queues/touch-list';
import { deliver, startDelivery } from './queues/queues';
import { start } from './session/sign-in';
import { session } from './session/session';

export default function App({ children }: { readonly children: ReactNode }) {
  useLaunch((launch) => {
    // One page alone has nobody whose acts could be recorded.
    if (isSinglePage()) return;
    noteLaunch(launch);
    noteGroupStart(launch);
    if (process.env.TARO_ENV === 'h5') {
      answerToKeys();
      quietEmptyLinks();
    }
    watchConnection();
    startDelivery();
    // What an earlier run left behind goes out as soon as somebody is signed in again.
    session.subscribe(() => {
      if (session.get().phase === 'entered') deliver();
    });
    void start();
  });
  useDidShow((shown?: Start) => {
    noteGroupStart(shown ?? {});
    deliver();
  });
  useDidHide(deliver);
  return children;
}
