import { GROUP_SEARCH_MAX } from '@siyu/shared/contracts/communities-desk.limits';
import {
  GROUP_QUESTION_STATES,
  GROUP_STATES,
  type GroupQuestionState,
  type GroupState,
} from '@siyu/shared/contracts/communities.limits';

/** The groups, those in use first of all. */
export interface GroupListView {
  readonly tab: 'groups';
  /** Null: also those that are gone. */
  readonly state: GroupState | null;
  readonly branch: string | null;
  readonly owner: string | null;
  readonly search: string;
  /** Id of the group that is open at the side. */
  readonly open: string | null;
}
/** What members asked in their groups. */
export interface QuestionListView {
  readonly tab: 'questions';
  readonly state: GroupQuestionState;
  /** The one group whose questions are shown; null: every group of the caller's reach. */
  readonly group: string | null;
  readonly open: string | null;
}
export type GroupView = GroupListView | QuestionListView;

export const ALL_GROUPS: GroupListView = {
  tab: 'groups',
  state: null,
  branch: null,
  owner: null,
  search: '',
  open: null,
};
export const OPEN_QUESTIONS: QuestionListView = { tab: 'questions', state: 'OPEN', group: null, open: null };
const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readGroupView(new URLSearchParams('tab=questions')) // => { tab: 'questions', state: 'OPEN', group: null, open: null }
 */
export function readGroupView(params: URLSearchParams): GroupView {
  const idOf = (name: string): string | null => {
    const id = params.get(name) ?? '';
    return ID.test(id) ? id : null;
  };
  const state = params.get('state');
  if (params.get('tab') === 'questions')
    return {
      tab: 'questions',
      state: GROUP_QUESTION_STATES.find((each) => each === state) ?? 'OPEN',
      group: idOf('group'),
      open: idOf('open'),
    };
  return {
    tab: 'groups',
    state: GROUP_STATES.find((each) => each === state) ?? null,
    branch: idOf('branch'),
    owner: idOf('owner'),
    search: (params.get('search') ?? '').trim().slice(0, GROUP_SEARCH_MAX),
    open: idOf('open'),
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeGroupView({ tab, state, ...view }: GroupView): URLSearchParams {
  const params = new URLSearchParams();
  if (tab === 'questions') params.set('tab', tab);
  if (state !== null && state !== 'OPEN') params.set('state', state);
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}
