import { Text, View } from '@tarojs/components';
import type { OwnProfessional } from '@siyu/shared/contracts/professional';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { ApplicationForm } from './application-form';
import { StandingCard } from './standing-card';
import './index.scss';

/** Being treated as a professional investor: asked for with evidence, and given back at any time. */
export default function ProfessionalPage() {
  const { phase } = useStore(session);
  const loaded = useLoaded<OwnProfessional>(
    'professional',
    () => call(professionalRoutes.getOwn, {}),
    phase === 'entered',
  );
  return (
    <Screen name="professional">
      {loaded.data !== null ? (
        <Ready own={loaded.data} onChanged={(own) => loaded.change(() => own)} />
      ) : loaded.problem !== null ? (
        <Failure sentence={loaded.problem} onRetry={() => void loaded.reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}

interface ReadyProps {
  readonly own: OwnProfessional;
  readonly onChanged: (own: OwnProfessional) => void;
}

function Ready({ own, onChanged }: ReadyProps) {
  const { professionalUntil, application, mayApply } = own;
  const isWaiting = application?.state === 'WAITING' || application?.state === 'CHECKED';
  return (
    <>
      <StandingCard own={own} onChanged={onChanged} />
      {mayApply ? (
        <ApplicationForm onApplied={onChanged} />
      ) : professionalUntil === null && !isWaiting ? (
        <View id="professional-assess" className="card">
          <Text className="professional__text">{say('professional.assess.first')}</Text>
        </View>
      ) : null}
    </>
  );
}
