import { type ReactNode, useEffect } from 'react';
import { Screen } from '../components/screen';
import { Blank, Failure, Skeleton } from '../components/states';
import { useStore } from '../phone/store';
import { session } from '../session/session';
import { adviser, openAdviser } from './adviser-session';
import { tell } from './tell';
import { TieForm } from './tie-form';
import './adviser.scss';

interface AdviserScreenProps {
  readonly name: 'book' | 'advised' | 'campaigns' | 'campaign';
  readonly children: ReactNode;
}

/** A page of our own advisers: nothing of it is there before the phone stands for one. */
export function AdviserScreen({ name, children }: AdviserScreenProps) {
  return (
    <Screen name={name} isOpenToAll>
      <Opened>{children}</Opened>
    </Screen>
  );
}

function Opened({ children }: { readonly children: ReactNode }) {
  const { runtime } = useStore(session);
  const { phase, sentence } = useStore(adviser);
  // A browser learns from the server where its phone is; a real phone has WeChat.
  const isReady = process.env.TARO_ENV === 'weapp' || runtime !== null;
  useEffect(() => {
    if (isReady && adviser.get().phase === 'opening') void openAdviser();
  }, [isReady]);
  switch (phase) {
    case 'open':
      return <>{children}</>;
    case 'untied':
      return <TieForm />;
    case 'no-wechat':
      return <Blank title={tell('no_wechat')} hint={tell('no_wechat.hint')} />;
    case 'failed':
      return <Failure sentence={sentence ?? tell('no_wechat.hint')} onRetry={() => void openAdviser()} />;
    case 'opening':
      return <Skeleton />;
  }
}
