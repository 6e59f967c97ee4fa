import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import type { NoticeSettings } from '@siyu/shared/contracts/notifications';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import { call } from '../api/call';
import { useStore } from '../phone/store';
import { type Loaded, useLoaded } from '../reading/use-loaded';
import { session } from '../session/session';

/** What the member asked to be told of, and how often it may still be told; fresh on every return to the page. */
export function useNoticeSettings(): Loaded<NoticeSettings> {
  const { phase } = useStore(session);
  const loaded = useLoaded<NoticeSettings>(
    'notice-settings',
    () => call(notificationsRoutes.getSettings, {}),
    phase === 'entered',
  );
  const { reload } = loaded;
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  return loaded;
}
