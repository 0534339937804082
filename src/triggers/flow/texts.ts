import type { MailText } from '../../model/trigger-settings.js';

/**
 * The mails that are built in. The code is not in the subject: a subject is shown on locked screens, and stands in the
 * events that SES publishes.
 */
export const TEXTS: Readonly<Record<string, MailText>> = {
  de: {
    subject: 'Ihr Anmeldecode',
    body: 'Ihr Anmeldecode lautet: {code}\n\nEr gilt {minutes} Minuten. Geben Sie ihn an niemanden weiter. Wenn Sie sich nicht gerade anmelden, kennt jemand Ihr Passwort: Ändern Sie es.\n',
  },
  en: {
    subject: 'Your sign-in code',
    body: 'Your sign-in code is: {code}\n\nIt is good for {minutes} minutes. Give it to nobody. If you are not signing in right now, somebody knows your password: change it.\n',
  },
  es: {
    subject: 'Su código de inicio de sesión',
    body: 'Su código de inicio de sesión es: {code}\n\nEs válido durante {minutes} minutos. No se lo dé a nadie. Si no está iniciando sesión ahora, alguien conoce su contraseña: cámbiela.\n',
  },
  fr: {
    subject: 'Votre code de connexion',
    body: 'Votre code de connexion est : {code}\n\nIl est valable {minutes} minutes. Ne le donnez à personne. Si vous n’êtes pas en train de vous connecter, quelqu’un connaît votre mot de passe : changez-le.\n',
  },
  ja: {
    subject: 'サインイン用の確認コード',
    body: 'サインイン用の確認コード: {code}\n\nこのコードは {minutes} 分間有効です。誰にも教えないでください。サインインの操作をしていない場合は、第三者にパスワードを知られています。パスワードを変更してください。\n',
  },
  pt: {
    subject: 'Seu código de acesso',
    body: 'Seu código de acesso é: {code}\n\nEle é válido por {minutes} minutos. Não o informe a ninguém. Se você não está entrando agora, alguém sabe a sua senha: troque-a.\n',
  },
};
