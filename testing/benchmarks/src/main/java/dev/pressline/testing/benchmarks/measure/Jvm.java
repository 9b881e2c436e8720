package dev.pressline.testing.benchmarks.measure;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The JVM of another process, asked by JMX. The first question starts its management agent, which
 * takes some of its time. Throws {@link LaunchException} where it does not answer. Stateless.
 */
public final class Jvm {

    private static final String REQUESTS =
            "kafka.network:type=RequestMetrics,name=RequestsPerSec,*";

    private Jvm() {}

    private interface Question<T> {
        T ask(MBeanServerConnection beans) throws IOException, JMException;
    }

    /** What it has counted so far. */
    public static JvmCounts counts(ChildProcess process) {
        return ask(process, beans -> new JvmCounts(allocated(beans), requests(beans)));
    }

    /** The bytes that it keeps on its heap when everything else is collected. */
    public static long liveHeap(ChildProcess process) {
        return ask(
                process,
                beans -> {
                    ObjectName memory = new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME);
                    beans.invoke(memory, "gc", null, null);
                    Object usage = beans.getAttribute(memory, "HeapMemoryUsage");
                    return (long) ((CompositeData) usage).get("used");
                });
    }

    private static long allocated(MBeanServerConnection beans) throws IOException, JMException {
        ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
        return (long) beans.getAttribute(threads, "TotalThreadAllocatedBytes");
    }

    private static long requests(MBeanServerConnection beans) throws IOException, JMException {
        long requests = 0;
        for (ObjectName kind : beans.queryNames(new ObjectName(REQUESTS), null)) {
            requests += (long) beans.getAttribute(kind, "Count");
        }
        return requests;
    }

    /** Of a process of our own, so nobody else's objects are read. */
    @SuppressWarnings("BanJNDI")
    private static <T> T ask(ChildProcess process, Question<T> question) {
        try (JMXConnector connector = JMXConnectorFactory.connect(agent(process))) {
            return question.ask(connector.getMBeanServerConnection());
        } catch (IOException | JMException | AttachNotSupportedException e) {
            throw new LaunchException(process.name() + " does not say what it counts", e);
        }
    }

    private static JMXServiceURL agent(ChildProcess process)
            throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
        try {
            return new JMXServiceURL(machine.startLocalManagementAgent());
        } finally {
            machine.detach();
        }
    }
}
