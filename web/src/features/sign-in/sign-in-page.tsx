import { Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../shell/brand.tsx';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { PublicLinks } from '../../shell/public-links.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { queryClient } from '../../api/query-client.ts';
import classes from './sign-in-page.module.css';

/** The sign-in page. Continues with the requested page. */
export default function SignInPage() {
  const { t } = useTranslation('signIn');
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  const enter = () => {
    queryClient.clear();
    // Only paths of the cabinet itself: no open redirect.
    const target = to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/';
    void router.invalidate().then(() => navigate({ href: target, replace: true }));
  };
  return (
    <Box className={classes['page']}>
      <Group justify="space-between" p="md">
        <Brand />
        <LanguageSwitch />
      </Group>
      <Box component="main" className={classes['centre']}>
        <Paper withBorder shadow="sm" p="xl" w="100%" maw={420}>
          <Stack gap="lg">
            <Title order={1}>{t('title')}</Title>
            <SignInForm onDone={enter} />
            <Text size="sm" c="dimmed">
              {t('help')}
            </Text>
          </Stack>
        </Paper>
      </Box>
      <Box component="footer" p="lg">
        <PublicLinks />
      </Box>
    </Box>
  );
}
