import { ASSESSMENT_VIEWS, type AssessmentView } from '@siyu/shared/contracts/assessments.limits';

export interface AssessmentPageView {
  readonly view: AssessmentView;
  /** Id of the assessment that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readAssessmentView(new URLSearchParams()) // => { view: 'ALL', open: null }
 */
export function readAssessmentView(params: URLSearchParams): AssessmentPageView {
  const id = params.get('open') ?? '';
  const view = params.get('view');
  return {
    view: ASSESSMENT_VIEWS.find((each) => each === view) ?? 'ALL',
    open: ID.test(id) ? id : null,
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeAssessmentView({ view, open }: AssessmentPageView): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== 'ALL') params.set('view', view);
  if (open !== null) params.set('open', open);
  return params;
}
