import { Text, View } from '@tarojs/components';
import type { OwnProfessional } from '@siyu/shared/contracts/professional';
import {
  PROFESSIONAL_GROUNDS,
  PROFESSIONAL_PICTURES_MAX,
  PROFESSIONAL_STATEMENT_MAX,
} from '@siyu/shared/contracts/professional.limits';
import { Button } from '../../components/button';
import { LongTextField } from '../../components/field';
import { Tap } from '../../components/tap';
import { Tick } from '../../components/tick';
import { say } from '../../words/say';
import { PickedPictures } from '../pictures/picked-pictures';
import { useApplication } from './use-application';

/** What the member rests it on, the evidence, and what is given up. */
export function ApplicationForm({ onApplied }: { readonly onApplied: (own: OwnProfessional) => void }) {
  const { draft, isBusy, problem, change, apply } = useApplication(onApplied);
  const { ground, experience, pictures, hasAgreed } = draft;
  const isWhole = ground !== null && experience.trim() !== '' && pictures.length > 0 && hasAgreed;
  return (
    <>
      <View className="card professional__fields">
        <Text className="professional__label">{say('professional.ground')}</Text>
        {PROFESSIONAL_GROUNDS.map((each) => (
          <Tap
            key={each}
            id={`ground-${each}`}
            className={`professional__ground ${ground === each ? 'professional__ground--on' : ''}`}
            role="radio"
            isOn={ground === each}
            isDisabled={isBusy}
            onTap={() => {
              change({ ground: each });
            }}
          >
            <Text>{say(`professional.ground.${each}`)}</Text>
          </Tap>
        ))}
        <LongTextField
          id="professional-experience"
          label={say('professional.experience')}
          hint={say('professional.experience.hint')}
          value={experience}
          maxLength={PROFESSIONAL_STATEMENT_MAX}
          isDisabled={isBusy}
          onChange={(text) => {
            change({ experience: text });
          }}
        />
        <PickedPictures
          name="professional"
          max={PROFESSIONAL_PICTURES_MAX}
          hint="professional.pictures.hint"
          paths={pictures}
          isDisabled={isBusy}
          onChange={(changed) => {
            change({ pictures: changed });
          }}
        />
      </View>
      <View className="card professional__fields">
        <Text className="card-title">{say('professional.text.title')}</Text>
        <Text className="professional__text">{say('professional.text')}</Text>
        <Tick
          id="professional-agree"
          text={say('professional.agree')}
          isOn={hasAgreed}
          isDisabled={isBusy}
          onTap={() => {
            change({ hasAgreed: !hasAgreed });
          }}
        />
        {problem === null ? null : (
          <Text id="professional-problem" className="professional__problem">
            {problem}
          </Text>
        )}
      </View>
      <Button
        id="professional-send"
        text={say(isBusy ? 'professional.sending' : 'professional.send')}
        isDisabled={isBusy || !isWhole}
        onTap={() => void apply()}
      />
    </>
  );
}
