package io.github.mavenfuzz.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.model.Profile;

/**
 * The profiles of a build, as {@code -P} has to name them so that another build has the same.
 *
 * @param requested by the command line or the settings, which Maven does not tell apart
 * @param deactivated by the command line
 * @param ofSettings those of the requested that the settings request
 */
record ActiveProfiles(
    List<String> requested, List<String> deactivated, Collection<String> ofSettings) {
  /** The name under which Maven keeps the ids of profiles that the settings define. */
  private static final String SETTINGS = "external";

  /**
   * The profiles that may not be active without being named: those of the command line, and those
   * that a property activated. What the settings request is active wherever it should be.
   *
   * @param injected the ids of the active profiles of all modules, by where they are defined
   * @param declared in the POM and its parents
   */
  List<String> named(Map<String, List<String>> injected, List<Profile> declared) {
    Set<String> ofPoms = new HashSet<>();
    Set<String> external = new HashSet<>();
    injected.forEach((where, ids) -> (where.equals(SETTINGS) ? external : ofPoms).addAll(ids));
    Stream<String> byCommand =
        requested.stream()
            .filter(id -> ofPoms.contains(id) || external.contains(id) && !ofSettings.contains(id));
    Stream<String> byProperty =
        declared.stream()
            .filter(p -> p.getActivation() != null && p.getActivation().getProperty() != null)
            .map(Profile::getId)
            .filter(ofPoms::contains);
    Stream<String> off = deactivated.stream().map(id -> '!' + id);
    return Stream.of(byCommand, byProperty, off).flatMap(s -> s).distinct().toList();
  }

  /** The profiles that a settings file requests; none when it cannot be read. */
  static List<String> requestedBy(Path settings) {
    List<String> ids = new ArrayList<>();
    if (!Files.isRegularFile(settings)) {
      return ids;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (var in = Files.newInputStream(settings)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT
            && xml.getLocalName().equals("activeProfile")) {
          ids.add(xml.getElementText().strip());
        }
      }
    } catch (java.io.IOException | XMLStreamException e) {
      // Maven itself says what is wrong with it.
    }
    return ids;
  }
}
