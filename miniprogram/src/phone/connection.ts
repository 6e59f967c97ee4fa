import Taro from '@tarojs/taro';
import { createStore } from './store';

/** Whether the server can be reached, as far as the last request or the system's own notice tells. */
export const connection = createStore({ isOnline: true });

export function reportReachable(isOnline: boolean): void {
  if (connection.get().isOnline !== isOnline) connection.set({ isOnline });
}

export function watchConnection(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    reportReachable(isConnected);
  });
}
