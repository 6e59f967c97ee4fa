import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ConsentState } from '@siyu/shared/contracts/identity';
import { Tap } from '../../components/tap';
import { Toggle } from '../../components/toggle';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

interface ConsentRowProps {
  readonly consent: ConsentState;
  readonly isBusy: boolean;
  readonly onChange: () => void;
}

/** One purpose with its text, its switch, and when it was decided. */
export function ConsentRow({ consent, isBusy, onChange }: ConsentRowProps) {
  const [isOpen, setOpen] = useState(false);
  const code = consent.purpose.toLowerCase();
  return (
    <View className="card decided">
      <View className="decided__head">
        <Text className="decided__title">{consent.title}</Text>
        <Toggle
          id={`toggle-${code}`}
          label={consent.title}
          isOn={consent.isGranted}
          isBusy={isBusy}
          onTap={onChange}
        />
      </View>
      {isOpen ? <Text className="decided__text">{consent.text}</Text> : null}
      {consent.purpose === 'SERVICE' ? <Text className="meta">{say('privacy.service')}</Text> : null}
      <View className="decided__foot">
        <View>
          <Text className="meta decided__when">{decisionInWords(consent)}</Text>
          <Text className="meta decided__when">
            {say('consent.version', { version: consent.textVersion })}
          </Text>
        </View>
        <Tap
          id={`text-${code}`}
          className="link"
          onTap={() => {
            setOpen(!isOpen);
          }}
        >
          <Text>{say(isOpen ? 'consent.fold' : 'consent.read')}</Text>
        </Tap>
      </View>
    </View>
  );
}

function decisionInWords({ isGranted, decidedAt }: ConsentState): string {
  if (decidedAt === null) return say('privacy.undecided');
  return say(isGranted ? 'privacy.granted' : 'privacy.withdrawn', { date: momentInWords(decidedAt) });
}
