/** Origin of the server, decided when the app is built; empty when the page comes from the server itself. */
declare const API_BASE: string;
/** Version of the app, as in package.json when it is built. */
declare const APP_VERSION: string;

declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which of the two builds this is; the build puts the word in its place. */
    readonly TARO_ENV?: string;
  }
}
