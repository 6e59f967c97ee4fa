import { Text, View } from '@tarojs/components';
import type { OwnProtection } from '@siyu/shared/contracts/elder';
import { useState } from 'react';
import { Button } from '../../components/button';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { ContactForm } from './contact-form';
import type { Protection } from './use-protection';

interface TrustedContactProps {
  readonly own: OwnProtection;
  readonly protection: Protection;
}

/** Whom the firm may call for the member's safety, and when it did. */
export function TrustedContact({ own, protection }: TrustedContactProps) {
  const { trustedContact, notices } = own;
  const [isNaming, setNaming] = useState(false);
  const { isBusy, forgetContact } = protection;
  return (
    <View id="trusted-contact" className="card elder__card">
      <Text className="card-title">{say('elder.contact')}</Text>
      <Text className="elder__text">{say('elder.contact.intro')}</Text>
      {trustedContact === null ? null : (
        <Text id="trusted-contact-shown" className="elder__said">
          {say('elder.contact.shown', {
            relation: say(`elder.contact.relation.${trustedContact.relation}`),
            name: trustedContact.maskedName,
            tail: trustedContact.phoneTail,
          })}
        </Text>
      )}
      {trustedContact === null || isNaming ? (
        <ContactForm
          protection={protection}
          onNamed={() => {
            setNaming(false);
          }}
        />
      ) : (
        <View className="elder__acts">
          <Button
            id="contact-change"
            kind="line"
            text={say('elder.contact.change')}
            isDisabled={isBusy}
            onTap={() => {
              setNaming(true);
            }}
          />
          <Button
            id="contact-forget"
            kind="quiet"
            text={say('elder.contact.forget')}
            isDisabled={isBusy}
            onTap={() => void forgetContact()}
          />
        </View>
      )}
      {notices.length === 0 ? null : (
        <View id="safety-notices" className="elder__notices">
          <Text className="elder__label">{say('elder.notices')}</Text>
          {notices.map(({ noticeId, reason, raisedAt }) => (
            <Text key={noticeId} className="elder__text">
              {[momentInWords(raisedAt), say(`elder.notice.${reason}`)].join(' · ')}
            </Text>
          ))}
        </View>
      )}
    </View>
  );
}
