import { Text, View } from '@tarojs/components';
import {
  TRUSTED_NAME_MAX,
  TRUSTED_PHONE,
  TRUSTED_PHONE_MAX,
  TRUSTED_RELATIONS,
  type TrustedRelation,
} from '@siyu/shared/contracts/elder.limits';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DigitField, TextField } from '../../components/field';
import { Tap } from '../../components/tap';
import { Tick } from '../../components/tick';
import { say } from '../../words/say';
import type { Protection } from './use-protection';

interface ContactFormProps {
  readonly protection: Protection;
  readonly onNamed: () => void;
}

/** Who it is, and that they know of it. */
export function ContactForm({ protection: { isBusy, nameContact }, onNamed }: ContactFormProps) {
  const [name, setName] = useState('');
  const [relation, setRelation] = useState<TrustedRelation | null>(null);
  const [phone, setPhone] = useState('');
  const [hasAgreed, setAgreed] = useState(false);
  const isWhole = name.trim() !== '' && relation !== null && TRUSTED_PHONE.test(phone) && hasAgreed;
  const save = async (): Promise<void> => {
    if (relation === null) return;
    if (await nameContact({ name: name.trim(), relation, phone, hasAgreed: true })) onNamed();
  };
  return (
    <>
      <TextField
        id="contact-name"
        label={say('elder.contact.name')}
        hint={say('elder.contact.name.hint')}
        value={name}
        maxLength={TRUSTED_NAME_MAX}
        isDisabled={isBusy}
        onChange={setName}
      />
      <Text className="elder__label">{say('elder.contact.relation')}</Text>
      <View className="elder__relations">
        {TRUSTED_RELATIONS.map((each) => (
          <Tap
            key={each}
            id={`relation-${each}`}
            className={`elder__relation ${relation === each ? 'elder__relation--on' : ''}`}
            role="radio"
            isOn={relation === each}
            isDisabled={isBusy}
            onTap={() => {
              setRelation(each);
            }}
          >
            <Text>{say(`elder.contact.relation.${each}`)}</Text>
          </Tap>
        ))}
      </View>
      <DigitField
        id="contact-phone"
        label={say('elder.contact.phone')}
        hint={say('elder.contact.phone.hint')}
        value={phone}
        maxLength={TRUSTED_PHONE_MAX}
        isDisabled={isBusy}
        onChange={setPhone}
      />
      <Tick
        id="contact-agreed"
        text={say('elder.contact.agreed')}
        isOn={hasAgreed}
        isDisabled={isBusy}
        onTap={() => {
          setAgreed(!hasAgreed);
        }}
      />
      <Button
        id="contact-send"
        text={say(isBusy ? 'elder.saving' : 'elder.contact.send')}
        isDisabled={isBusy || !isWhole}
        onTap={() => void save()}
      />
    </>
  );
}
