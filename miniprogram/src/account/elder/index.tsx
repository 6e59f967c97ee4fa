import { Text } from '@tarojs/components';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { BirthYear } from './birth-year';
import { TrustedContact } from './trusted-contact';
import { useProtection } from './use-protection';
import './index.scss';

/** The member's age as far as it matters, and whom they trust. */
export default function ElderPage() {
  const protection = useProtection();
  const { loaded, problem } = protection;
  const own = loaded.data;
  return (
    <Screen name="elder">
      {own !== null ? (
        <>
          <BirthYear own={own} protection={protection} />
          {own.callBack === 'WAITING' || own.callBack === 'DONE' ? (
            <TrustedContact own={own} protection={protection} />
          ) : null}
          {problem === null ? null : (
            <Text id="elder-problem" className="elder__problem">
              {problem}
            </Text>
          )}
        </>
      ) : loaded.problem !== null ? (
        <Failure sentence={loaded.problem} onRetry={() => void loaded.reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}
