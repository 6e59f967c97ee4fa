/** Where the processes of one `npm test` leave what was asked for; it is emptied when a run begins. */
export const RECORDED_REQUESTS = '.cache/requests';
