package chat.parley.mail.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.mail.MailId;
import chat.parley.mail.MailTemplate;
import chat.parley.mail.NewMail;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextsTest {

  private final MailTexts texts = new MailTexts();

  @Test
  void aLinkStandsAloneInTheTextAndIsAButtonInHtml() {
    MailMessage mail = TestMails.written(MailId.next());
    assertThat(mail.text())
        .contains("\n\nVerify this address:\nhttps://chat.example.org/verify-email#AbC_-1\n\n")
        .contains("the Parley account ada.", "good once, for 24 hours.");
    assertThat(mail.html())
        .contains("<a href=\"https://chat.example.org/verify-email#AbC_-1\"")
        .contains(">Verify this address</a>")
        .doesNotContain("<img", "<script", "<link", "src=");
  }

  @Test
  void valuesAreTextAndNothingElse() {
    MailMessage mail =
        texts.write(
            MailId.next(),
            TestMails.FROM,
            new NewMail(
                null,
                TestMails.TO,
                MailTemplate.ADDRESS_IN_USE,
                Map.of("origin", "<b>\"$1\\{origin}&'"),
                TestMails.NOW));
    assertThat(mail.text()).contains("<b>\"$1\\{origin}&'");
    assertThat(mail.html()).contains("&lt;b&gt;&quot;$1\\{origin}&amp;&#39;").doesNotContain("<b>");
  }

  @ParameterizedTest
  @EnumSource(MailTemplate.class)
  void everyTemplateIsThereAndTakesItsValues(MailTemplate template) {
    Map<String, String> values =
        template.names().stream().collect(Collectors.toMap(name -> name, name -> "<" + name + ">"));
    MailMessage mail =
        texts.write(
            MailId.next(),
            TestMails.FROM,
            new NewMail(null, TestMails.TO, template, values, TestMails.NOW));
    assertThat(mail.subject()).matches("[ -~]{10,78}").doesNotContain("{");
    assertThat(mail.text()).doesNotContain("{").contains(values.values());
  }

  @Test
  void aValueWithALineBreakIsNone() {
    assertThatThrownBy(
            () ->
                new NewMail(
                    null,
                    TestMails.TO,
                    MailTemplate.ADDRESS_IN_USE,
                    Map.of("origin", "x\r\nBcc: y"),
                    TestMails.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
