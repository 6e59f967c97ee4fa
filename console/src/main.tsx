import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { noticeTouches } from './api/attended.ts';
import { queryClient } from './api/query-client.ts';
import { antTheme } from './app/ant-theme.ts';
import { AppRoutes } from './app/routes.tsx';
import './styles/base.css';
import './styles/shell.css';
import './styles/list.css';
import './styles/lesson.css';
import './styles/import.css';
import './styles/sign-in.css';
import './styles/configuration.css';
import './styles/trail.css';
import './styles/panorama.css';
import './styles/segment.css';

// Who wants no movement gets none: a transition cut to nothing may end unseen, and what waits for its end stays.
const motion = !matchMedia('(prefers-reduced-motion: reduce)').matches;
const theme = { ...antTheme, token: { ...antTheme.token, motion } };

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
noticeTouches(window);
createRoot(root).render(
  <StrictMode>
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter basename="/console">
          <Suspense fallback={<div className="boot" role="status" aria-label="正在打开" />}>
            <AppRoutes />
          </Suspense>
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
