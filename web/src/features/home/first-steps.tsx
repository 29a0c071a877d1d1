import { Card, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../entities/me/me.ts';
import { sectionsOf } from '../../shell/sections.tsx';
import classes from './first-steps.module.css';

/** Links to the sections of the user's role, so that the home page is not empty on the first day. */
export function FirstSteps({ me }: { me: Me }) {
  const { t } = useTranslation('home');
  return (
    <section aria-label={t('sections')}>
      <Title order={2} mb="md">
        {t('sections')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        {sectionsOf(me)
          .filter(({ to }) => to !== '/')
          .map(({ to, label, icon: Icon }) => (
            <Card key={to} withBorder p="lg" className={classes['card'] ?? ''}>
              <ThemeIcon variant="light" size="lg" aria-hidden>
                <Icon size={20} />
              </ThemeIcon>
              <Text component={Link} to={to} fw={600} mt="sm" c="inherit" td="none">
                {t(`nav.${label}`)}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`about.${label}`)}
              </Text>
            </Card>
          ))}
      </SimpleGrid>
    </section>
  );
}
