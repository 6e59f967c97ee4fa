import { useEffect } from 'react';

interface Answer {
  readonly statusCode: number;
  readonly data?: unknown;
}
interface Request {
  readonly url: string;
  readonly method?: string;
  readonly data?: unknown;
  readonly header?: Readonly<Record<string, string>>;
}

/** The phone of a spec: its storage, what it answers to requests, and where it has been sent. */
export const phone = {
  storage: new Map<string, string>(),
  requests: [] as Request[],
  routes: [] as string[],
  params: {} as Record<string, string>,
  toasts: [] as string[],
  isModalConfirmed: true,
  /** What WeChat says of itself, its text size among it. */
  baseInfo: {} as Record<string, unknown>,
  /** Throws for "no network". */
  answer: (_request: Request): Answer | Promise<Answer> => ({
    statusCode: 404,
    data: { code: 'http.not_found' },
  }),
  reset(): void {
    phone.storage.clear();
    phone.requests = [];
    phone.routes = [];
    phone.params = {};
    phone.toasts = [];
    phone.isModalConfirmed = true;
    phone.baseInfo = {};
  },
};

const go = async ({ url }: { url: string }): Promise<void> => {
  phone.routes.push(url);
};

/** Nothing is laid out in jsdom, so nothing is found. */
const query = {
  select: () => query,
  boundingClientRect(found: (rect: null) => void) {
    found(null);
    return query;
  },
  exec: () => undefined,
};

const Taro = {
  async request(request: Request): Promise<Answer> {
    phone.requests.push(request);
    return phone.answer(request);
  },
  // The real storage copies what it is given, so the stand-in does as well.
  getStorageSync(key: string): unknown {
    const stored = phone.storage.get(key);
    return stored === undefined ? '' : JSON.parse(stored);
  },
  setStorageSync(key: string, value: unknown): void {
    phone.storage.set(key, JSON.stringify(value));
  },
  removeStorageSync(key: string): void {
    phone.storage.delete(key);
  },
  login: async () => ({ code: 'login-code' }),
  navigateTo: go,
  redirectTo: go,
  reLaunch: go,
  switchTab: go,
  navigateBack: async () => undefined,
  getCurrentPages: () => [],
  setNavigationBarTitle: async () => undefined,
  stopPullDownRefresh: () => undefined,
  showToast: async ({ title }: { title: string }) => {
    phone.toasts.push(title);
  },
  showModal: async () => ({ confirm: phone.isModalConfirmed, cancel: !phone.isModalConfirmed }),
  makePhoneCall: async () => undefined,
  onNetworkStatusChange: () => undefined,
  getAppBaseInfo: () => phone.baseInfo,
  createSelectorQuery: () => query,
  getWindowInfo: () => ({ windowHeight: 600 }),
};
export default Taro;

export const useRouter = () => ({ params: phone.params, path: '/pages/home/index' });
export const useDidShow = (run: () => void): void => {
  useEffect(() => {
    run();
  }, []);
};
export const useReady = useDidShow;
export const useLaunch = useDidShow;
const never = (): void => undefined;
export const useDidHide = never;
export const useUnload = never;
export const usePullDownRefresh = never;
export const useReachBottom = never;
export const usePageScroll = never;
export const useShareAppMessage = never;
