import { Link } from 'react-router';
import { segmentsPage } from '../app/pages.ts';

export const segmentCrumb = (
  <>
    {segmentsPage.stage} / <Link to={`${segmentsPage.path}?tab=own`}>{segmentsPage.title}</Link>
  </>
);
