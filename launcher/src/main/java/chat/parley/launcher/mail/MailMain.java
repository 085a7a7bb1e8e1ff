package chat.parley.launcher.mail;

import chat.parley.launcher.Loopback;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.logging.Logger;

/** Catches mail on one port and shows it on another, until the process is told to end. */
public final class MailMain {
  private static final Logger LOG = Logger.getLogger(MailMain.class.getName());
  private static final int SMTP_PORT = 13025;
  private static final int PAGE_PORT = 13080;

  private MailMain() {}

  public static void main(String[] args) throws Exception {
    int smtp = Integer.getInteger("parley.mail.smtp.port", SMTP_PORT);
    int page = Integer.getInteger("parley.mail.page.port", PAGE_PORT);
    GreenMail catcher = new GreenMail(new ServerSetup(smtp, "127.0.0.1", "smtp"));
    catcher.start();
    HttpServer server = HttpServer.create(new InetSocketAddress(Loopback.ADDRESS, page), 16);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext("/", new MailPage(new GreenMailbox(catcher)));
    server.start();
    CountDownLatch told = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop(0);
                  catcher.stop();
                  told.countDown();
                },
                "stop"));
    LOG.info("The mail catcher is ready");
    told.await();
  }
}
