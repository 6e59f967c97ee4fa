import { notePage } from '../../tools/recorded-requests.ts';
import type { AppConfig } from './bundle.ts';
import { selectorQuery, type Layout } from './layout.ts';
import type { Phone } from './phone.ts';
import type { Sight } from './sight.ts';
import { isSinglePage, type StartOptions } from './start-options.ts';
import { chatMembers } from './wx-chat.ts';
import { liveMembers } from './wx-live.ts';
import { wxRequest } from './wx-request.ts';
import { wxUpload } from './wx-upload.ts';

interface Call {
  readonly [option: string]: unknown;
  success?(result: unknown): void;
  fail?(result: unknown): void;
  complete?(result: unknown): void;
}

export interface Navigation {
  open(url: string, how: 'push' | 'redirect' | 'reLaunch' | 'tab'): void;
  back(delta: number): void;
}

/** Makes a function of wx that answers through callbacks, and gives no promise. */
export type Asynchronous = (name: string, act: (options: Call) => unknown) => (options?: Call) => void;

/** What the host lends to wx and wx tells the host. */
export interface AppServices {
  readonly phone: Phone;
  readonly config: AppConfig;
  readonly layout: () => Layout;
  readonly navigation: Navigation;
  readonly start: () => StartOptions;
  readonly isAlive: () => boolean;
  readonly parse: (json: string) => unknown;
  readonly sight: Sight;
  readonly networkListeners: Set<(state: unknown) => void>;
  /** Names of wx functions called, for specs that ask what was shown. */
  readonly calls: { readonly name: string; readonly options: Readonly<Record<string, unknown>> }[];
  /** Members of wx that were read and are not here. */
  readonly missing: Set<string>;
}

const SYSTEM = {
  platform: 'devtools',
  brand: 'devtools',
  model: 'iPhone',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 603,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  system: 'iOS 16',
  fontSizeSetting: 16,
  theme: 'light',
  safeArea: { top: 20, left: 0, right: 375, bottom: 647, width: 375, height: 627 },
};

export function createWx(services: AppServices): object {
  const { phone, config, navigation, isAlive, parse } = services;
  const isAlone = isSinglePage(services.start());
  const storage = isAlone ? phone.singlePageStorage : phone.storage;
  const open: Navigation['open'] = (url, how) => {
    if (isAlone) throw new Error('not allowed in single page mode');
    notePage('miniprogram', url.replace(/^[/]/, '').replace(/[?].*/, ''));
    navigation.open(url, how);
  };
  const asynchronous: Asynchronous =
    (name, act) =>
    (options = {}) => {
      services.calls.push({ name, options });
      // As WeChat does: a promise for whoever gives no callback.
      const isAwaited = [options.success, options.fail, options.complete].every((each) => each === undefined);
      const outcome = Promise.resolve().then(() => act(options));
      const answer = outcome.then(
        (value) => {
          const plain = parse(JSON.stringify(value ?? {})) as object;
          const result = { errMsg: `${name}:ok`, ...plain };
          if (!isAlive()) return result;
          options.success?.(result);
          options.complete?.(result);
          return result;
        },
        (error: unknown) => {
          const result = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` };
          if (isAwaited) throw new Error(result.errMsg);
          if (!isAlive()) return result;
          options.fail?.(result);
          options.complete?.(result);
          return result;
        },
      );
      void answer.catch(() => undefined);
      return isAwaited ? answer : undefined;
    };
  const isTab = (url: unknown): boolean =>
    (config.tabBar?.list ?? []).some(
      ({ pagePath }) => pagePath === String(url).split('?')[0]?.replace(/^[/]/, ''),
    );
  const stored = (key: string): unknown => {
    const json = storage.json(key);
    return json === undefined ? undefined : (parse(json) as { value?: unknown }).value;
  };
  const launch = () => parse(JSON.stringify(services.start()));
  const nothing = (name: string) => asynchronous(name, () => ({}));
  const members: Record<string, unknown> = {
    getSystemInfoSync: () => SYSTEM,
    getWindowInfo: () => SYSTEM,
    getDeviceInfo: () => SYSTEM,
    getAppBaseInfo: () => SYSTEM,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    canIUse: (name: string) => phone.knows(name),
    ...chatMembers(services, asynchronous),
    ...liveMembers(services, asynchronous),
    nextTick: (run: () => void) => setImmediate(() => isAlive() && run()),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => ({
      top: 24,
      left: 281,
      right: 368,
      bottom: 56,
      width: 87,
      height: 32,
    }),
    getStorageSync: (key: string) => stored(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: storage.keys(), currentSize: 0, limitSize: 10_240 }),
    getStorageInfo: asynchronous('getStorageInfo', () => ({
      keys: storage.keys(),
      currentSize: 0,
      limitSize: 10_240,
    })),
    setStorage: asynchronous('setStorage', (options) => {
      if (isAlive()) storage.set(String(options['key']), options['data']);
    }),
    getStorage: asynchronous('getStorage', (options) => {
      const key = String(options['key']);
      if (!storage.has(key)) throw new Error('data not found');
      return { data: storage.get(key) };
    }),
    removeStorage: asynchronous('removeStorage', (options) => storage.remove(String(options['key']))),
    request: wxRequest(phone, { isAlive, parse }),
    login: asynchronous('login', () => {
      if (isAlone) throw new Error('not allowed in single page mode');
      return phone.login();
    }),
    // The person allows whatever is asked for.
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', ({ tmplIds }) =>
      phone.subscribe(tmplIds),
    ),
    checkSession: nothing('checkSession'),
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: phone.isOnline ? 'wifi' : 'none' })),
    onNetworkStatusChange: (listener: (state: unknown) => void) => services.networkListeners.add(listener),
    offNetworkStatusChange: (listener?: (state: unknown) => void) =>
      listener === undefined ? services.networkListeners.clear() : services.networkListeners.delete(listener),
    createSelectorQuery: selectorQuery(services.layout, isAlive),
    createIntersectionObserver: services.sight.createObserver,
    showModal: asynchronous('showModal', ({ confirmText, cancelText }) => {
      if ([confirmText, cancelText].some((text) => typeof text === 'string' && [...text].length > 4))
        throw new Error('a button says more than 4 characters');
      return { confirm: true, cancel: false };
    }),
    scanCode: asynchronous('scanCode', () => {
      if (phone.codeInView === null) throw new Error('cancel');
      return phone.codeInView;
    }),
    chooseMedia: asynchronous('chooseMedia', ({ count, mediaType, sourceType }) => {
      const isAlbum = Array.isArray(mediaType) && mediaType.includes('image') && Array.isArray(sourceType);
      if (!isAlbum || phone.album.size === 0) throw new Error('cancel');
      const picked = [...phone.album].slice(0, Number(count ?? 9));
      return {
        type: 'image',
        tempFiles: picked.map(([tempFilePath, bytes]) => ({
          tempFilePath,
          size: bytes.byteLength,
          fileType: 'image',
        })),
      };
    }),
    uploadFile: asynchronous('uploadFile', (options) => wxUpload(phone, options)),
    showActionSheet: asynchronous('showActionSheet', () => ({ tapIndex: 0 })),
    navigateTo: asynchronous('navigateTo', ({ url }) => {
      if (isTab(url)) throw new Error('can not navigateTo a tabbar page');
      open(String(url), 'push');
    }),
    redirectTo: asynchronous('redirectTo', ({ url }) => {
      if (isTab(url)) throw new Error('can not redirectTo a tabbar page');
      open(String(url), 'redirect');
    }),
    reLaunch: asynchronous('reLaunch', ({ url }) => open(String(url), 'reLaunch')),
    switchTab: asynchronous('switchTab', ({ url }) => {
      if (!isTab(url)) throw new Error('can not switch to no-tabBar page');
      open(String(url), 'tab');
    }),
    navigateBack: asynchronous('navigateBack', ({ delta }) => navigation.back(Number(delta ?? 1))),
  };
  for (const name of [
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'setNavigationBarColor',
    'setTabBarStyle',
    'setTabBarItem',
    'pageScrollTo',
    'stopPullDownRefresh',
    'startPullDownRefresh',
    'showShareMenu',
    'hideShareMenu',
    'setClipboardData',
    'vibrateShort',
  ]) {
    members[name] = nothing(name);
  }
  return new Proxy(members, {
    get: (target, name) => {
      if (typeof name !== 'string' || name in target || name === 'then') return Reflect.get(target, name);
      services.missing.add(name);
      return /^(on|off)[A-Z]/.test(name) ? () => undefined : undefined;
    },
  });
}
