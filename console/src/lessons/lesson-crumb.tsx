import { Link } from 'react-router';
import { lessonsPage } from '../app/pages.ts';

export const lessonCrumb = (
  <>
    {lessonsPage.stage} / <Link to={lessonsPage.path}>{lessonsPage.title}</Link>
  </>
);
