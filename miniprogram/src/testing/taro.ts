import { useEffect, useRef } from 'react';

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

interface Box {
  readonly top: number;
  readonly bottom: number;
}
type Notify = (seen: {
  readonly boundingClientRect?: Box;
  readonly relativeRect?: Box;
  readonly intersectionRatio?: number;
}) => void;

/** What pages have asked to be told of. */
const listeners = { show: new Set<() => void>(), pull: new Set<() => void>(), bottom: new Set<() => void>() };

/** The phone of a spec: its storage, what it answers to requests, and where it has been sent. */
export const phone = {
  storage: new Map<string, string>(),
  requests: [] as Request[],
  routes: [] as string[],
  params: {} as Record<string, string>,
  toasts: [] as string[],
  calls: [] as string[],
  /** Pictures that the person picks from the phone, by path; none: they close the picker. */
  album: [] as string[],
  /** Files that were sent, by path. */
  uploads: [] as string[],
  isModalConfirmed: true,
  /** How often a pull to refresh has been told that it is over. */
  pullsEnded: 0,
  /** Pictures that were shown alone, by address. */
  previewed: [] as string[],
  /** What was put on the clipboard. */
  clipboard: [] as string[],
  /** What WeChat says of itself, its text size among it. */
  baseInfo: {} as Record<string, unknown>,
  /** The elements whose sight is watched, by selector. */
  watched: new Map<string, Notify>(),
  /** How WeChat opened the app, and which of its newer calls it knows. */
  scene: 1001,
  known: new Set<string>(),
  /** What WeChat encrypts about the group the app was opened from; throws when it knows none. */
  groupData: (): object => {
    throw new Error('getGroupEnterInfo:fail errcode 40097');
  },
  /** Whether cards shared from the page carry a ticket. */
  hasShareTickets: false,
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
    phone.calls = [];
    phone.album = [];
    phone.uploads = [];
    phone.isModalConfirmed = true;
    phone.clipboard = [];
    phone.previewed = [];
    phone.baseInfo = {};
    phone.pullsEnded = 0;
    phone.watched.clear();
    phone.scene = 1001;
    phone.known.clear();
    phone.groupData = () => {
      throw new Error('getGroupEnterInfo:fail errcode 40097');
    };
    phone.hasShareTickets = false;
  },
  /** The page comes into view again; it is pulled down; it is scrolled to its end. */
  comeBack: () => {
    listeners.show.forEach((run) => run());
  },
  pullDown: () => {
    listeners.pull.forEach((run) => run());
  },
  reachBottom: () => {
    listeners.bottom.forEach((run) => run());
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

/** An observer of one element; specs tell it what it sees. */
function createIntersectionObserver() {
  let watched = '';
  const observer = {
    relativeToViewport: () => observer,
    observe(selector: string, notify: Notify): void {
      watched = selector;
      phone.watched.set(selector, notify);
    },
    disconnect: () => void phone.watched.delete(watched),
  };
  return observer;
}

const Taro = {
  async request(request: Request): Promise<Answer> {
    phone.requests.push(request);
    return phone.answer(request);
  },
  async chooseMedia({ count }: { count: number }) {
    if (phone.album.length === 0) throw new Error('chooseMedia:fail cancel');
    return { tempFiles: phone.album.slice(0, count).map((tempFilePath) => ({ tempFilePath })) };
  },
  // Whatever the server answers, WeChat hands it over as text.
  async uploadFile({ url, filePath }: { url: string; filePath: string }) {
    phone.uploads.push(filePath);
    const { statusCode, data } = await phone.answer({ url, method: 'POST' });
    return { statusCode, data: JSON.stringify(data ?? null) };
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
  stopPullDownRefresh: () => {
    phone.pullsEnded += 1;
  },
  showToast: async ({ title }: { title: string }) => {
    phone.toasts.push(title);
  },
  // WeChat shows no dialogue whose buttons say more than four characters.
  showModal: async ({ confirmText = '', cancelText = '' }: { confirmText?: string; cancelText?: string }) => {
    if ([...confirmText].length > 4 || [...cancelText].length > 4)
      throw new Error('showModal:fail a button says more than 4 characters');
    return { confirm: phone.isModalConfirmed, cancel: !phone.isModalConfirmed };
  },
  setClipboardData: async ({ data }: { data: string }) => {
    phone.clipboard.push(data);
  },
  previewImage: async ({ urls }: { urls: string[] }) => {
    phone.previewed.push(...urls);
  },
  makePhoneCall: async ({ phoneNumber }: { phoneNumber: string }) => {
    phone.calls.push(phoneNumber);
  },
  onNetworkStatusChange: () => undefined,
  getAppBaseInfo: () => phone.baseInfo,
  createSelectorQuery: () => query,
  createIntersectionObserver,
  getCurrentInstance: () => ({ page: null }),
  getWindowInfo: () => ({ windowHeight: 600 }),
  getLaunchOptionsSync: () => ({ scene: phone.scene }),
  canIUse: (name: string) => phone.known.has(name),
  getGroupEnterInfo: async () => phone.groupData(),
  getChannelsLiveNoticeInfo: async () => ({ noticeId: 'n1', reservable: true }),
  updateShareMenu: ({ withShareTicket }: { withShareTicket: boolean }) => {
    phone.hasShareTickets = withShareTicket;
  },
};
export default Taro;

export const useRouter = () => ({ params: phone.params, path: '/pages/home/index' });
const useFirst = (run: () => void): void => {
  useEffect(() => {
    run();
  }, []);
};
/** Tells the newest of what a component gives, as Taro does. */
const useTold = (told: Set<() => void>, run: () => void): void => {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const tell = (): void => {
      latest.current();
    };
    told.add(tell);
    return () => void told.delete(tell);
  }, []);
};
export const useDidShow = (run: () => void): void => {
  useFirst(run);
  useTold(listeners.show, run);
};
export const useReady = useFirst;
export const useLaunch = useFirst;
export const usePullDownRefresh = (run: () => void): void => {
  useTold(listeners.pull, run);
};
export const useReachBottom = (run: () => void): void => {
  useTold(listeners.bottom, run);
};
const never = (): void => undefined;
export const useDidHide = never;
export const useUnload = never;
export const usePageScroll = never;
export const useShareAppMessage = never;
export const useShareTimeline = never;
