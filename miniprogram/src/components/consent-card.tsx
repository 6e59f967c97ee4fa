import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ConsentState } from '@siyu/shared/contracts/identity';
import { say } from '../words/say';
import { Chip } from './chip';
import { Tap } from './tap';

interface ConsentCardProps {
  readonly consent: ConsentState;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}

/** One purpose: its box, its title, its whole text one touch away. */
export function ConsentCard({ consent, isTicked, onToggle }: ConsentCardProps) {
  const [isOpen, setOpen] = useState(false);
  const code = consent.purpose.toLowerCase();
  return (
    <View className="card consent">
      <Tap id={`consent-${code}`} className="consent__head" role="checkbox" isOn={isTicked} onTap={onToggle}>
        <View className={`consent__box ${isTicked ? 'consent__box--on' : ''}`}>
          {isTicked ? <View className="consent__tick" /> : null}
        </View>
        <Text className="consent__title">{consent.title}</Text>
        {consent.purpose === 'SERVICE' ? (
          <Chip text={say('consent.required')} tone="gold" />
        ) : (
          <Chip text={say('consent.optional')} />
        )}
      </Tap>
      <View className={`consent__text ${isOpen ? '' : 'consent__text--folded'}`}>
        <Text>{isOpen ? consent.text : consent.text.replace(/\s*\n\s*/g, ' ')}</Text>
      </View>
      <View className="consent__foot">
        <Text className="meta">{say('consent.version', { version: consent.textVersion })}</Text>
        <Tap
          id={`consent-${code}-text`}
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
