import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { toast } from '@/components/ui/toast-store';
import { useOpenConversation } from './use-open-conversation';

/** Opens the conversation with somebody and goes there; or to who he is, when he has to be asked. */
export function useGoToConversation() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const opening = useOpenConversation();
  return {
    isPending: opening.isPending,
    // A promise, because the card that asked for it may be gone before the answer is there.
    go: async (person: string) => {
      try {
        const { id } = await opening.mutateAsync(person);
        await navigate(`/chats/${id}`);
      } catch (error) {
        if (error instanceof ApiProblem && error.slug === 'request-needed') {
          await navigate(`/people/${person}`);
        } else {
          toast(t('people.messageFailed'), 'failed');
        }
      }
    },
  };
}
