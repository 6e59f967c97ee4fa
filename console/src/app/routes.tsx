import { lazy, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import {
  importsPage,
  lessonsPage,
  mayUse,
  membersPage,
  pagesFor,
  reviewsPage,
  segmentsPage,
  type Page,
} from './pages.ts';
import { NothingHere } from './nothing-here.tsx';
import { SignedIn, useStaff } from './signed-in.tsx';

const SignInPage = lazy(() => import('../sign-in/sign-in-page.tsx'));
const MembersPage = lazy(() => import('../members/members-page.tsx'));
const SegmentsPage = lazy(() => import('../segments/segments-page.tsx'));
const LessonsPage = lazy(() => import('../lessons/lessons-page.tsx'));
const LessonPage = lazy(() => import('../lessons/lesson-page.tsx'));
const ReviewsPage = lazy(() => import('../reviews/reviews-page.tsx'));
const ImportsPage = lazy(() => import('../imports/imports-page.tsx'));

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route element={<SignedIn />}>
        <Route index element={<FirstPage />} />
        <Route path={membersPage.path} element={<For page={membersPage} children={<MembersPage />} />} />
        <Route path={segmentsPage.path} element={<For page={segmentsPage} children={<SegmentsPage />} />} />
        <Route path={lessonsPage.path} element={<For page={lessonsPage} children={<LessonsPage />} />} />
        <Route
          path={`${lessonsPage.path}/:lessonId`}
          element={<For page={lessonsPage} children={<LessonPage />} />}
        />
        <Route path={reviewsPage.path} element={<For page={reviewsPage} children={<ReviewsPage />} />} />
        <Route path={importsPage.path} element={<For page={importsPage} children={<ImportsPage />} />} />
        <Route path="*" element={<NothingHere sentence="这里没有页面，请从左侧选择。" />} />
      </Route>
    </Routes>
  );
}

function FirstPage() {
  const [first] = pagesFor(useStaff().roles);
  return first ? (
    <Navigate replace to={first.path} />
  ) : (
    <NothingHere sentence="您的岗位在运营台还没有可用的功能，请联系管理员。" />
  );
}

function For({ page, children }: { page: Page; children: ReactNode }) {
  return mayUse(page, useStaff().roles) ? (
    children
  ) : (
    <NothingHere sentence={`您的岗位不使用「${page.title}」。如确有需要，请联系管理员。`} />
  );
}
